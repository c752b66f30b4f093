import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes out of the GeoTools jar what we may not or need not ship; runs on a JDK alone:
/// `java packaging/StripGeotools.java target/runtime.classpath target/lib` writes the smaller jar into target/lib,
/// `… --check target/lib` looks whether anything there must not ship.
///
/// The wrapper carries some twenty projects, among them JAI (no free licence) and EMF (EPL). A list of what stays is
/// safer than a list of what goes: what nobody has looked at does not ship. CRS, transforms, filters (ECQL) and the
/// feature model work without the rest; raster formats do not.
final class StripGeotools {
    private static final String WRAPPER = "geotools-wrapper-";
    private static final String MARK = "META-INF/yiping-stripped";

    /// Packages that stay, with the reason: GeoTools itself, units of measure, matrices, the regular expressions of
    /// LIKE.
    private static final List<String> KEPT = List.of(
            "org/geotools/", "javax/measure/", "tech/units/", "tech/uom/", "systems/uom/", "si/uom/", "org/ejml/", "com/google/re2j/");

    /// Parts of GeoTools that only serve what went (rasters, map drawing, WPS) or want a library that is not here, and
    /// the EPSG data set, whose terms forbid what the GPL allows (docs/decisions/0015).
    private static final List<String> GONE = List.of(
            "org/geotools/gce/", "org/geotools/coverage/", "org/geotools/coverageio/", "org/geotools/process/", "org/geotools/renderer/",
            "org/geotools/image/", "org/geotools/map/", "org/geotools/grid/",
            "org/geotools/referencing/epsg/", "org/geotools/referencing/factory/epsg/",
            "org/geotools/filter/function/JsonPointerFunction", "org/geotools/filter/function/JsonArrayContainsFunction");

    private StripGeotools() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java StripGeotools.java CLASSPATH-FILE FOLDER | --check FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("--check")) {
            check(folder);
            return;
        }
        String classPath = Files.readString(Path.of(arguments[0])).strip();
        Path original = Stream.of(classPath.split(File.pathSeparator)).map(Path::of)
                .filter(f -> f.getFileName().toString().startsWith(WRAPPER)).findFirst()
                .orElseThrow(() -> new IOException("no " + WRAPPER + "*.jar on the class path"));
        strip(original, folder.resolve(original.getFileName()));
    }

    private static boolean kept(String name) {
        if (name.startsWith("META-INF/")) {
            return name.startsWith("META-INF/services/") || name.startsWith("META-INF/LICENSE") || name.startsWith("META-INF/NOTICE")
                    || name.equals("META-INF/MANIFEST.MF");
        }
        return name.equals("LICENSE") || name.equals("NOTICE")
                || KEPT.stream().anyMatch(name::startsWith) && GONE.stream().noneMatch(name::startsWith);
    }

    /// Always from the original in the local repository: a jar stripped by an older list lacks what a newer one keeps.
    private static void strip(Path original, Path shipped) throws IOException {
        Path fresh = shipped.resolveSibling(shipped.getFileName() + ".tmp");
        try (ZipFile old = new ZipFile(original.toFile())) {
            Set<String> names = old.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName)
                    .filter(StripGeotools::kept).collect(Collectors.toCollection(TreeSet::new));
            try (OutputStream file = Files.newOutputStream(fresh); ZipOutputStream out = new ZipOutputStream(file)) {
                for (String name : names) {
                    byte[] content = content(old, name, names);
                    if (content.length > 0 || !name.startsWith("META-INF/services/")) {
                        write(out, name, content);
                    }
                }
                write(out, MARK, "Parts we do not ship were taken out; see packaging/StripGeotools.java\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        System.out.printf("stripped %s: %,d -> %,d bytes%n", shipped.getFileName(), Files.size(original), Files.size(fresh));
        Files.move(fresh, shipped, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A service file keeps only providers that are still there: a loader fails on one that is not.
    private static byte[] content(ZipFile jar, String name, Set<String> names) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            byte[] bytes = in.readAllBytes();
            if (!name.startsWith("META-INF/services/")) {
                return bytes;
            }
            String lines = new String(bytes, StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> names.contains(line.replace('.', '/') + ".class"))
                    .map(line -> line + "\n").collect(Collectors.joining());
            return lines.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0x6_0000_0000L * 64); // any fixed time: two builds give the same bytes
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /// Looks through every jar, not only GeoTools': what must not ship must not come in by another door either.
    private static void check(Path folder) throws IOException {
        List<String> banned = List.of("javax/media/jai/", "com/sun/media/", "org/eclipse/emf/", "net/opengis/", "it/geosolutions/",
                "org/hsqldb/", "org/geotools/referencing/factory/epsg/hsql/", "org/locationtech/proj4j/");
        boolean clean = true;
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                boolean geotools = jar.getFileName().toString().startsWith(WRAPPER);
                List<String> found = zip.stream().map(ZipEntry::getName)
                        .filter(n -> banned.stream().anyMatch(n::startsWith)
                                || geotools && !kept(n) && !n.equals(MARK))
                        .limit(3).toList();
                if (!found.isEmpty()) {
                    clean = false;
                    System.err.println(jar.getFileName() + " holds what must not ship: " + found + " …");
                }
            }
        }
        System.out.println(jars.size() + " jars looked through: " + (clean ? "clean" : "NOT CLEAN"));
        System.exit(clean ? 0 : 1);
    }
}
