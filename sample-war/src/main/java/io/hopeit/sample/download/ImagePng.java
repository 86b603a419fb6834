package io.hopeit.sample.download;

import java.nio.file.Path;

/**
 * An image that can be sent.
 *
 * @param fileName what clients call it
 * @param file where it is
 */
public record ImagePng(String fileName, Path file) {}
