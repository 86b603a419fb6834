package io.hopeit.sample.api;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles examples, each in a class of its own. They leave out what a reader makes up, the application's own types and
 * variables, so a name that is not known is no mistake when it stands alone; a member that a type has not is one.
 */
final class ExampleCompiler {
    private static final Pattern STANDS_ALONE =
            Pattern.compile("location: (?:class|interface|@interface|enum) Example\\d+\\b|location: package com");
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-Xmaxerrs", "9999", "--should-stop=ifError=ATTR");

    private ExampleCompiler() {}

    /** What is wrong with them, each with the type that it explains. */
    static List<String> problems(List<Example> examples) {
        var files = new ArrayList<ExampleFile>();
        for (Example example : examples) {
            files.add(file(example, "Example" + files.size()));
        }
        return compile(files, true)
                .filter(problem -> !isMadeUp(problem))
                .map(ExampleCompiler::text)
                .toList();
    }

    /** Members of a class, or else the lines of a method. */
    private static ExampleFile file(Example example, String name) {
        if (example.names("package")) {
            return ExampleFile.ofPackage(example, name);
        }
        var members = ExampleFile.ofMembers(example, name);
        return compile(List.of(members), false).findAny().isEmpty() ? members : ExampleFile.ofLines(example, name);
    }

    private static Stream<Diagnostic<? extends JavaFileObject>> compile(List<ExampleFile> examples, boolean inFull) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, problems, OPTIONS, null, examples);
            task.parse();
            if (inFull) {
                task.analyze();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems.getDiagnostics().stream().filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR);
    }

    private static boolean isMadeUp(Diagnostic<?> problem) {
        return problem.getCode().startsWith("compiler.err.cant.resolve")
                && STANDS_ALONE.matcher(problem.getMessage(Locale.ENGLISH)).find();
    }

    private static String text(Diagnostic<? extends JavaFileObject> problem) {
        var example = ((ExampleFile) problem.getSource()).example();
        return "the example of %s: %s%n%s"
                .formatted(example.type().name(), problem.getMessage(Locale.ENGLISH), example.text());
    }
}
