package io.hopeit.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A project to begin with. The files are kept as those of a project of their own, {@code acme-shop} with the package
 * {@code com.acme.shop}; both names are replaced.
 *
 * @param version of the library
 */
record NewProject(String name, String packageName, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final String CODE = "src/main/java/com/acme/shop/";
    private static final String TESTS = "src/test/java/com/acme/shop/";
    static final List<String> FILES = List.of(
            "pom.xml",
            "README.md",
            "Dockerfile",
            "gitignore",
            CODE + "Order.java",
            CODE + "OrderState.java",
            CODE + "Orders.java",
            CODE + "PlaceOrder.java",
            CODE + "PlacedOrder.java",
            CODE + "ShipOrder.java",
            CODE + "ShowOrder.java",
            CODE + "package-info.java",
            TESTS + "OrdersIT.java",
            TESTS + "OrdersTest.java",
            "src/main/liberty/config/server.xml",
            "src/main/resources/META-INF/beans.xml",
            "src/main/resources/META-INF/microprofile-config.properties",
            "src/main/resources/logging.properties");

    /** @throws IllegalArgumentException if there can be no project with these names; the message says what to do */
    NewProject {
        if (name.isBlank() || packageName.isBlank()) {
            throw new IllegalArgumentException(
                    "say how the project is called and which package its classes are in: -Dname=shop"
                            + " -Dpackage=com.acme.shop");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    ("\"%s\" cannot be the name, as routes, keys in Redis and the folder are called so. Take small"
                                    + " letters, digits and single hyphens, and begin with a letter: -Dname=my-shop")
                            .formatted(name));
        }
        if (!PACKAGE.matcher(packageName).matches()) {
            throw new IllegalArgumentException(
                    ("\"%s\" cannot be the package. Take small letters, digits and underscores, with dots between the"
                                    + " parts: -Dpackage=com.acme.shop")
                            .formatted(packageName));
        }
        checkWords(packageName);
    }

    private static void checkWords(String packageName) {
        for (var part : packageName.split("\\.", -1)) {
            if (!SourceVersion.isName(part)) {
                throw new IllegalArgumentException(
                        "\"%s\" cannot be the package: \"%s\" is a word of Java. Call that part otherwise."
                                .formatted(packageName, part));
            }
        }
        if ((packageName + ".").startsWith("java.") || (packageName + ".").startsWith("io.hopeit.")) {
            throw new IllegalArgumentException(
                    "\"%s\" cannot be the package: it belongs to others. Take one of your own: -Dpackage=com.acme.shop"
                            .formatted(packageName));
        }
    }

    /** @throws IllegalArgumentException if there is something at this place already */
    void write(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(
                    "%s is there already, and is left as it is. Take another -Dname, or remove it, if a try before has not come to its end."
                            .formatted(folder));
        }
        for (var file : FILES) {
            var target = folder.resolve(place(file));
            Files.createDirectories(target.getParent());
            Files.writeString(target, named(content(file)));
        }
    }

    /** A file whose name begins with a dot would be left out of a jar. */
    private String place(String file) {
        return file.equals("gitignore") ? ".gitignore" : file.replace("com/acme/shop", packageName.replace('.', '/'));
    }

    private String named(String text) {
        return text.replace("com.acme.shop", packageName)
                .replace("acme-shop", name)
                .replace("@version@", version);
    }

    private static String content(String file) throws IOException {
        try (var in = NewProject.class.getResourceAsStream("/new-project/" + file)) {
            if (in == null) {
                throw new IOException("the plugin has no file " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
