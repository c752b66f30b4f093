package org.yiping.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A jar of the class path with the licences its pom, or the nearest parent that names any, gives it.
public record Dependency(String group, String artifact, String version, List<String> licences) {
    /// `group:artifact`.
    String key() {
        return group + ":" + artifact;
    }

    /// Reads the pom that lies beside the jar in the local Maven repository.
    public static Dependency of(Path jar) {
        Path folder = jar.toAbsolutePath().getParent();
        String version = folder.getFileName().toString();
        String artifact = folder.getParent().getFileName().toString();
        Element pom = pom(folder.resolve(artifact + "-" + version + ".pom"));
        String group = groupOf(pom);
        Path repository = folder.getParent().getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            repository = repository.getParent();
        }
        return new Dependency(group, artifact, version, licences(pom, repository));
    }

    private static List<String> licences(Element pom, Path repository) {
        List<String> names = new ArrayList<>();
        Element licences = child(pom, "licenses");
        if (licences != null) {
            for (Node n = licences.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element licence && licence.getTagName().equals("license")) {
                    names.add(text(licence, "name"));
                }
            }
        }
        Element parent = child(pom, "parent");
        if (!names.isEmpty() || parent == null) {
            return List.copyOf(names);
        }
        String artifact = text(parent, "artifactId");
        String version = text(parent, "version");
        Path path = repository
                .resolve(text(parent, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        return Files.exists(path) ? licences(pom(path), repository) : List.of();
    }

    private static String groupOf(Element pom) {
        String own = text(pom, "groupId");
        Element parent = child(pom, "parent");
        return own.isEmpty() && parent != null ? text(parent, "groupId") : own;
    }

    private static Element pom(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Files.readString(path))))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    private static @Nullable Element child(Element of, String name) {
        for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element of, String name) {
        Element element = child(of, name);
        return element == null ? "" : element.getTextContent().strip();
    }
}
