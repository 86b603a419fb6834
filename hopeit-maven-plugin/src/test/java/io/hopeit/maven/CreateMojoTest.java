package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateMojoTest {
    @TempDir
    Path directory;

    @Test
    void aProjectHasTheNamesThatItIsGiven() throws Exception {
        create("web-shop", "org.example.web_shop").execute();

        var project = directory.resolve("web-shop");
        assertThat(project.resolve("src/main/java/org/example/web_shop/PlaceOrder.java"))
                .content()
                .contains("package org.example.web_shop;");
        assertThat(project.resolve("src/main/resources/META-INF/microprofile-config.properties"))
                .content()
                .contains("hopeit.app.name=web-shop");
        assertThat(project.resolve("pom.xml")).content().contains("<version>0.9</version>", "web-shop</artifactId>");
        assertThat(project.resolve(".gitignore")).content().contains("keys/", "*.pem");
    }

    @Test
    void nothingIsLeftOfTheNamesThatAreReplaced() throws Exception {
        create("web", "org.example").execute();

        try (var files = Files.walk(directory.resolve("web"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("acme", "@version@"));
        }
    }

    @Test
    void eachFileIsWritten() throws IOException {
        var resources = Path.of("src/main/resources/new-project");
        try (var files = Files.walk(resources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> resources.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(NewProject.FILES);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            My Shop  | com.acme          | "My Shop" cannot be the name, as routes, keys in Redis and the folder are called so.
            shop-    | com.acme          | "shop-" cannot be the name
            ../shop  | com.acme          | "../shop" cannot be the name
            shop_1   | com.acme          | Take small letters, digits and single hyphens, and begin with a letter: -Dname=my-shop
            1shop    | com.acme          | begin with a letter
            shop     | com.new.shop      | "com.new.shop" cannot be the package: "new" is a word of Java. Call that part otherwise.
            shop     | com.acme.true     | "true" is a word of Java
            shop     | com.acme-shop     | "com.acme-shop" cannot be the package
            shop     | com..acme         | "com..acme" cannot be the package
            shop     | Com.Acme          | Take small letters, digits and underscores, with dots between the parts: -Dpackage=com.acme.shop
            shop     | java.shop         | "java.shop" cannot be the package: it belongs to others. Take one of your own: -Dpackage=com.acme.shop
            shop     | io.hopeit.shop    | it belongs to others
            ''       | com.acme          | create: say how the project is called and which package its classes are in: -Dname=shop -Dpackage=com.acme.shop
            shop     | ''                | -Dname=shop -Dpackage=com.acme.shop
            """)
    void namesThatCannotBeAreRefused(String name, String packageName, String message) {
        assertThatThrownBy(create(name, packageName)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(message);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsThereIsLeftAsItIs() throws Exception {
        var file = Files.createDirectory(directory.resolve("shop")).resolve("mine");
        Files.writeString(file, "mine");

        assertThatThrownBy(create("shop", "com.acme")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        directory.resolve("shop").toString(),
                        "is there already, and is left as it is. Take another -Dname");
        assertThat(file.getParent()).isDirectoryContaining(child -> child.equals(file));
        assertThat(file).hasContent("mine");
    }

    private CreateMojo create(String name, String packageName) {
        var create = new CreateMojo();
        create.directory = directory.toFile();
        create.name = name;
        create.packageName = packageName;
        create.version = "0.9";
        return create;
    }
}
