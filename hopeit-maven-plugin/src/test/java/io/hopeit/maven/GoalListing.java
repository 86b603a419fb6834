package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What can be written in a pom and on a command line, from the plugin's descriptor. */
final class GoalListing {
    private GoalListing() {}

    static String of(Path descriptor) throws IOException, ParserConfigurationException, SAXException {
        var plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        return children(child(plugin, "mojos")).map(GoalListing::goal).collect(Collectors.joining("\n"));
    }

    private static String goal(Element mojo) {
        var phase = text(mojo, "phase");
        var head = "goal hopeit:" + text(mojo, "goal") + (phase.isEmpty() ? "" : ", by default in phase " + phase);
        var configuration = child(mojo, "configuration");
        return children(child(mojo, "parameters"))
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .map(parameter -> "    " + parameter(parameter, configuration))
                .sorted()
                .collect(Collectors.joining("\n", head + ": " + text(mojo, "description") + "\n", "\n"));
    }

    /** Name and type, the property of a command line, the default, and what it is for. */
    private static String parameter(Element parameter, Element configuration) {
        var name = text(parameter, "name");
        var type = text(parameter, "type").replaceAll("^.*\\.", "");
        var value = children(configuration)
                .filter(set -> set.getTagName().equals(name))
                .findFirst();
        var property = value.map(set -> set.getTextContent().strip().replaceAll("[${}]", ""))
                .filter(found -> !found.isEmpty())
                .map(found -> ", -D" + found)
                .orElse("");
        var preset = value.map(set -> set.getAttribute("default-value"))
                .filter(found -> !found.isEmpty())
                .map(found -> ", default " + found)
                .orElse("");
        return "%s %s%s%s: %s".formatted(type, name, property, preset, text(parameter, "description"));
    }

    private static Stream<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }

    private static Element child(Element parent, String name) {
        return children(parent)
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element parent, String name) {
        return children(parent)
                .filter(element -> element.getTagName().equals(name))
                .map(Element::getTextContent)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse("");
    }
}
