package com.pfavanguard.pems;

/** Where a call goes: a connection and the organization's code in that tenant. */
public record PemsTarget(PemsConnection connection, String organization) {}
