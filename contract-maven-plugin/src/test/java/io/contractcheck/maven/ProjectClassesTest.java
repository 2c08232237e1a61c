package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassesTest {
    private static final String BOOT = "org.springframework.boot.autoconfigure.SpringBootApplication";

    @TempDir
    private Path folder;

    private ProjectClasses project;

    @BeforeEach
    void open() {
        project = new ProjectClasses(folder.resolve("classes"));
    }

    /** Each as {@code full.Name} and a body. */
    private void compile(String... classes) throws IOException {
        List<String> files = new ArrayList<>(List.of("-d", project.folder().toString()));
        for (int i = 0; i < classes.length; i += 2) {
            Path file = folder.resolve(classes[i].replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            int dot = classes[i].lastIndexOf('.');
            Files.writeString(
                    file,
                    (dot < 0 ? "" : "package " + classes[i].substring(0, dot) + ";\n")
                            + classes[i + 1].replace("NAME", classes[i].substring(dot + 1)));
            files.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)))
                .isZero();
    }

    private static final String MAIN =
            "public class NAME { static final long L = 1L << 40; public static void main(String[] a) {} }";
    private static final String PLAIN =
            "class NAME { double d = 2.5; Runnable r = () -> {}; void main(String[] a) {} }";
    private static final String ANNOTATION = "public @interface NAME {}";

    @Test
    void the_only_class_with_a_main_method_is_the_service() throws IOException {
        compile("com.acme.Shop", MAIN, "com.acme.data.Book", PLAIN);
        assertThat(project.mainClass()).hasValue("com.acme.Shop");
    }

    @Test
    void the_class_of_spring_boot_comes_before_others_with_a_main_method() throws IOException {
        compile(
                BOOT,
                ANNOTATION,
                "com.acme.Tool",
                MAIN,
                "com.acme.Shop",
                "@" + BOOT + " " + MAIN,
                "com.acme.data.Book",
                PLAIN);
        assertThat(project.mainClass()).hasValue("com.acme.Shop");
    }

    @Test
    void in_kotlin_its_main_function_is_in_a_class_beside_it() throws IOException {
        compile(BOOT, ANNOTATION, "com.acme.Shop", "@" + BOOT + " " + PLAIN, "com.acme.ShopKt", MAIN, "x.Tool", MAIN);
        assertThat(project.mainClass()).hasValue("com.acme.ShopKt");
    }

    @Test
    void of_several_one_must_be_named() throws IOException {
        compile("com.acme.A", MAIN, "com.acme.B", MAIN);
        assertThatThrownBy(project::mainClass)
                .isInstanceOf(ContractException.class)
                .hasMessage("service: which class is the service? 2 classes of this project can be run: com.acme.A,"
                        + " com.acme.B.\nName it: <service><mainClass>com.acme.A</mainClass></service>");
    }

    @Test
    void its_packages_are_those_with_classes_and_none_within_another() throws IOException {
        compile(
                "com.acme.shop.Shop",
                MAIN,
                "com.acme.shop.data.Book",
                PLAIN,
                "com.acme.shopping.List",
                PLAIN,
                "Main",
                MAIN);
        Files.createDirectories(project.folder().resolve("static"));
        assertThat(project.packages()).containsExactly("com.acme.shop", "com.acme.shopping");
    }

    @Test
    void a_project_without_classes_has_none() throws IOException {
        assertThat(project.mainClass()).isEmpty();
        assertThat(project.packages()).isEmpty();
        Files.createDirectories(project.folder());
        Files.writeString(project.folder().resolve("Broken.class"), "none");
        assertThat(project.mainClass()).isEmpty();
    }
}
