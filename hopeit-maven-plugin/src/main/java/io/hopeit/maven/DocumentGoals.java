package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What goals do with a document, whichever it is.
 *
 * @param mojo the goal
 * @param committed where the committed document is
 */
record DocumentGoals(DocumentMojo mojo, Path committed) {
    private static final int MOST_LINES = 50;

    void create(boolean overwrite) throws IOException, InterruptedException, MojoFailureException {
        var kind = mojo.kind();
        if (Files.exists(committed) && !overwrite) {
            throw mojo.failure(
                    "%s is there already. Take over changes with the goal hopeit:%s-update, or set %s.overwrite to replace"
                            + " it.",
                    committed, kind.word(), kind.property());
        }
        mojo.published().write(committed);
        mojo.say("created " + committed);
    }

    void diff() throws IOException, InterruptedException, MojoFailureException {
        var differences = Differences.between(mojo.committed(committed), mojo.published());
        if (differences.isEmpty()) {
            mojo.say("the published document is the committed one");
            return;
        }
        differences.stream().limit(MOST_LINES).forEach(mojo.getLog()::error);
        if (differences.size() > MOST_LINES) {
            mojo.getLog().error("and " + (differences.size() - MOST_LINES) + " more");
        }
        throw mojo.failure(
                "the published document differs from %s in %d place(s), listed above (committed -> published). If that is"
                        + " meant, take it over with the goal hopeit:%s-update.",
                committed, differences.size(), mojo.kind().word());
    }

    void update(boolean force) throws IOException, InterruptedException, MojoFailureException {
        var old = mojo.committed(committed);
        var published = mojo.published();
        var differences = Differences.between(old, published);
        if (differences.isEmpty()) {
            mojo.say("nothing to update, the published document is the committed one");
            return;
        }
        if (old.version().equals(published.version()) && !force) {
            throw mojo.failure(
                    "the published document differs from %s in %d place(s), but its info.version is still %s. Raise the"
                            + " version of the application, or set %s.force to update it all the same.",
                    committed,
                    differences.size(),
                    published.version(),
                    mojo.kind().property());
        }
        published.write(committed);
        mojo.say("updated " + committed);
    }
}
