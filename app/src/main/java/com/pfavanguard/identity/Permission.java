package com.pfavanguard.identity;

/** What a user may do in one organization; the names are those of the API and the database. */
public enum Permission {
  Read,
  EditForecast,
  EditActuals,
  Delete,
  Import,
  RefreshData,
  Export,
  ViewFinancials,
  SaveDraft,
  Sync,
  ManageUsers,
  ManageSettings,
  ConfigureAlerts,
  Impersonate
}
