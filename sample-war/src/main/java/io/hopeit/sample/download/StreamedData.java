package io.hopeit.sample.download;

/**
 * What is to be streamed.
 *
 * @param fileName what clients call it
 * @param pieceSize bytes that are made at once
 * @param pieces how often
 */
public record StreamedData(String fileName, int pieceSize, int pieces) {}
