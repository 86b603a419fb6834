package io.hopeit.sample.platform;

import io.hopeit.DataObject;

/** What a first step tells the next: whose run it is, and the request scope that it was in. */
@DataObject
public record Entered(String id, String scope) {}
