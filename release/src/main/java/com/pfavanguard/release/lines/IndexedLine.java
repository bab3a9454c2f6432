package com.pfavanguard.release.lines;

/**
 * One line of the paper checklist.
 *
 * @param number from 1
 * @param item the line where its item begins: the box it stands under, else itself
 * @param sha256 of the text without the spaces around it
 */
public record IndexedLine(int number, LineKind kind, int item, String sha256) {}
