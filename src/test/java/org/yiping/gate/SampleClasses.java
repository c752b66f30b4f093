package org.yiping.gate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles made-up classes of made-up packages, so that a rule can be shown what it must refuse.
public final class SampleClasses {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// One for all samples: opening the class path's jars is most of the work.
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private SampleClasses() {}

    public static JavaClasses compile(Path folder, String... sources) {
        try {
            List<Path> paths = new ArrayList<>();
            for (String source : sources) {
                Path path = folder.resolve(
                        "src/" + first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source) + ".java");
                Files.createDirectories(path.getParent());
                paths.add(Files.writeString(path, source));
            }
            Path out = Files.createDirectories(folder.resolve("classes"));
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            StringWriter errors = new StringWriter();
            if (!COMPILER.getTask(
                            errors, FILES, null, List.of("-proc:none"), null, FILES.getJavaFileObjectsFromPaths(paths))
                    .call()) {
                throw new AssertionError("the sample does not compile: " + errors);
            }
            return new ClassFileImporter().importPath(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + source);
        }
        return matcher.group(1);
    }
}
