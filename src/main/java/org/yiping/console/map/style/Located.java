package org.yiping.console.map.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A JSON value and where it stands. Jackson's own tree forgets the places, and a fault without one leaves whoever
/// edits a style of a thousand lines alone. Immutable; any thread.
sealed interface Located {
    Place place();

    /// Counted from 1.
    record Place(int line, int column) {
        static final Place NONE = new Place(0, 0);
    }

    /// What an object has under a name; `place` is the name's.
    record Member(Place place, Located value) {}

    record Members(Place place, Map<String, Member> all) implements Located {}

    record Items(Place place, List<Located> all) implements Located {}

    record Text(Place place, String value) implements Located {}

    record Amount(Place place, double value) implements Located {}

    record Flag(Place place, boolean value) implements Located {}

    record Nothing(Place place) implements Located {}

    /// Reads one value and nothing after it.
    static Located parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Refused(new Place(1, 1), StyleFault.Reason.WRONG_KIND, "{ … }");
            }
            Located read = value(parser);
            if (parser.nextToken() != null) {
                throw new Refused(at(parser), StyleFault.Reason.WRONG_KIND, "EOF");
            }
            return read;
        } catch (JacksonException e) {
            throw new Refused(place(e.getLocation()), StyleFault.Reason.NOT_JSON, e.getOriginalMessage());
        }
    }

    private static Located value(JsonParser parser) {
        Place place = at(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser, place);
            case START_ARRAY -> {
                List<Located> all = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    all.add(value(parser));
                }
                yield new Items(place, List.copyOf(all));
            }
            case VALUE_STRING -> new Text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Amount(place, parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> new Flag(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Nothing(place);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private static Members members(JsonParser parser, Place place) {
        Map<String, Member> all = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place named = at(parser);
            String name = parser.currentName();
            parser.nextToken();
            if (all.put(name, new Member(named, value(parser))) != null) {
                throw new Refused(named, StyleFault.Reason.TWICE, name);
            }
        }
        return new Members(place, all);
    }

    private static Place at(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static Place place(TokenStreamLocation location) {
        return location == null ? Place.NONE : new Place(location.getLineNr(), location.getColumnNr());
    }
}
