package com.pfavanguard.conflict;

/** The ways a person can end a conflict, named as in the API and the database. */
public enum Resolution {
  /** Ours is written over what PEMS has. */
  use_local,
  /** PEMS stays as it is and our edit is given up. */
  use_pems,
  /** Field by field, as the person says. */
  merge
}
