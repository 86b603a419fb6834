package io.hopeit.sample.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.SnippetTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public type as its source has it.
 *
 * @param name with its package and the types around it
 * @param around the type that it is in
 * @param doc its javadoc
 */
record SourceType(
        String name, @Nullable SourceType around, @Nullable DocCommentTree doc) {
    boolean hasJavadoc() {
        return doc != null && !doc.getFirstSentence().isEmpty();
    }

    /** Whether javadoc leaves it out, as it is public for other modules or for a server only. */
    boolean isHidden() {
        return (doc != null && doc.getBlockTags().stream().anyMatch(tag -> tag.getKind() == DocTree.Kind.HIDDEN))
                || (around != null && around.isHidden());
    }

    /** Those of its own javadoc. */
    List<Example> examples() {
        return doc == null
                ? List.of()
                : doc.getFullBody().stream()
                        .filter(SnippetTree.class::isInstance)
                        .map(part -> Example.of(this, (SnippetTree) part))
                        .toList();
    }

    /** Whether an example shows it: one of its own, or one of a type around it that names it. */
    boolean hasExample() {
        return !examples().isEmpty() || isGoal() || (around != null && around.shows(simpleName()));
    }

    /** Maven's tools know no snippets: a goal has its example in the way that was before. */
    private boolean isGoal() {
        return name.endsWith("Mojo") && doc != null && doc.toString().contains("<pre>{@code");
    }

    private boolean shows(String part) {
        return examples().stream().anyMatch(example -> example.names(part)) || (around != null && around.shows(part));
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
