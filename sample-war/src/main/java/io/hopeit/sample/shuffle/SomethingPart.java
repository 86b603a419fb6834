package io.hopeit.sample.shuffle;

/** A part of a Something that is processed by itself. */
public sealed interface SomethingPart permits FirstPart, SecondPart {}
