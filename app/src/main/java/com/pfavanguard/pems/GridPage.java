package com.pfavanguard.pems;

/**
 * What a page said of itself after its rows were handed over.
 *
 * @param rows how many rows arrived
 * @param claimedRows RECORDS of the metadata, as PEMS states it
 * @param moreRecords MORERECORDPRESENT
 * @param nextCursor CURSOR_POSITION of the following page
 * @param serverTimestamp SERVERTIMESTAMP, milliseconds
 */
public record GridPage(
    int rows, long claimedRows, boolean moreRecords, long nextCursor, long serverTimestamp) {}
