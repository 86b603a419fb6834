package io.hopeit.sample.platform;

import io.hopeit.DataObject;

/** Asks for what a step of a message sees. */
@DataObject
public record Question(String id) {}
