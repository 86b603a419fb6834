package io.hopeit.sample.api;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The public types of a module, nested ones as well, from its sources: compiled classes have no javadoc. */
final class ApiSources extends TreePathScanner<@Nullable Void, @Nullable SourceType> {
    private final DocTrees trees;
    private final List<SourceType> types = new ArrayList<>();

    private ApiSources(DocTrees trees) {
        this.trees = trees;
    }

    /** In the order of files. */
    static List<SourceType> of(String module) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources(module)));
            var sources = new ApiSources(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                sources.scan(new TreePath(unit), null);
            }
            return sources.types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(String module) throws IOException {
        try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable SourceType around) {
        if (!isPublic(tree)) {
            return null; // nor is what is in it
        }
        var doc = trees.getDocCommentTree(getCurrentPath());
        var type = new SourceType(name(tree, around), around, doc);
        types.add(type);
        for (var member : tree.getMembers()) {
            if (member instanceof ClassTree) {
                scan(member, type);
            }
        }
        return null;
    }

    private boolean isPublic(ClassTree tree) {
        return tree.getModifiers().getFlags().contains(Modifier.PUBLIC)
                || getCurrentPath().getParentPath().getLeaf() instanceof ClassTree parent
                        && switch (parent.getKind()) {
                            case INTERFACE, ANNOTATION_TYPE -> true;
                            default -> false;
                        };
    }

    private String name(ClassTree tree, @Nullable SourceType around) {
        var outer = around == null
                ? getCurrentPath().getCompilationUnit().getPackageName().toString()
                : around.name();
        return outer + "." + tree.getSimpleName();
    }
}
