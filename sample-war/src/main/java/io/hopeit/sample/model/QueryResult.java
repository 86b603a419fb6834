package io.hopeit.sample.model;

/** What a query can end with: the type decides which step comes next, and the status of the response. */
public sealed interface QueryResult permits Something, SomethingNotFound {}
