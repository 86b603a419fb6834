package io.hopeit.sample.api;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.SnippetTree;
import java.util.regex.Pattern;

/**
 * What a {@code @snippet} in javadoc shows.
 *
 * @param type whose javadoc it is in
 * @param language {@code java} unless it says otherwise
 * @param text what it shows
 */
record Example(SourceType type, String language, String text) {
    static Example of(SourceType type, SnippetTree snippet) {
        var language = snippet.getAttributes().stream()
                .map(AttributeTree.class::cast)
                .filter(attribute -> attribute.getName().contentEquals("lang"))
                .map(attribute -> attribute.getValue().getFirst().toString())
                .findFirst()
                .orElse("java");
        return new Example(type, language, snippet.getBody().getBody());
    }

    boolean isJava() {
        return language.equals("java");
    }

    /** Whether this word is in it. */
    boolean names(String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(text).find();
    }
}
