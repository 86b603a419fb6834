package io.hopeit.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** The artifacts of a build, by their ending: what follows the version in their names. */
record Attached(List<Map.Entry<String, Path>> files) implements MavenProjectHelper {
    Attached() {
        this(new ArrayList<>());
    }

    @Override
    public void attachArtifact(MavenProject project, String type, String classifier, File file) {
        files.add(Map.entry(classifier + "." + type, file.toPath()));
    }

    @Override
    public void attachArtifact(MavenProject project, File file, String classifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void attachArtifact(MavenProject project, String type, File file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addResource(MavenProject project, String folder, List<String> includes, List<String> excludes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addTestResource(MavenProject project, String folder, List<String> includes, List<String> excludes) {
        throw new UnsupportedOperationException();
    }
}
