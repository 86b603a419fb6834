package io.hopeit.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that keep modules apart. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hopeit");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideInAPackage("io.hopeit.config..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.hopeit", "io.hopeit.spi..", "io.hopeit.cdi..")
                        .because("configuration is the lowest module"),
                noClasses()
                        .that()
                        .resideInAnyPackage("io.hopeit", "io.hopeit.spi..", "io.hopeit.cdi..", "io.hopeit.logging..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.hopeit.jaxrs..", "io.hopeit.streams..", "jakarta.ws.rs..")
                        .because("events do not know what triggers them"),
                noClasses()
                        .that()
                        .resideInAPackage("io.hopeit.jaxrs..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.hopeit.streams..")
                        .because("transports do not know each other"),
                noClasses()
                        .that()
                        .resideInAPackage("io.hopeit.streams..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.hopeit.jaxrs..", "jakarta.ws.rs..")
                        .because("transports do not know each other"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.hopeit.streams.redis..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.lettuce..", "io.netty..")
                        .because("one package knows Redis"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.hopeit.auth..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.hopeit.auth..", "com.nimbusds..")
                        .because("a plugin is a plugin: nothing needs it"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.io.ObjectInputStream")
                        .because("Java serialization is never read"),
                noClasses()
                        .that()
                        .resideInAPackage("io.hopeit..")
                        .and()
                        .resideOutsideOfPackages("io.hopeit.redis.embedded..", "io.hopeit.testing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.hopeit.redis.embedded..")
                        .because("the embedded Redis is for development"),
                slices().matching("io.hopeit.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    /** Null is opt-in: what may be null says so, in every package. */
    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageIsNullMarked(JavaPackage javaPackage) {
        assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                .as(javaPackage.getName() + " needs a package-info.java with @NullMarked")
                .isTrue();
    }

    static Stream<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).distinct();
    }

    @Test
    void thereAreClassesToCheck() {
        assertThat(CLASSES.size()).isGreaterThan(100);
    }
}
