package dev.gatehouse.onward;

/** What comes of a request for a token. */
public sealed interface OnwardResult permits OnwardToken, OnwardRefusal {}
