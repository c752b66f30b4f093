package org.yiping.console.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.Owner;
import org.yiping.console.cache.Row;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;

class DocumentsTest {
    private static final City CITY = Samples.city("1");

    private Cache cache;
    private Documents documents;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        Owner owner = new Owner(URI.create("http://127.0.0.1:1"), "u", "dispatcher");
        cache = ((Opening.Ready) Cache.open(folder, owner, new ManualClock(Samples.NOON))).cache();
        documents = new Documents(cache.facts());
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private void put(String kind, byte[] body) throws IOException {
        cache.facts().keep(List.of(Row.put(kind, "city", body)));
    }

    private byte[] form() throws IOException {
        Map<String, byte[]> all = new HashMap<>();
        cache.facts().load("document-form", all::put);
        return all.get("city");
    }

    @Test
    void whatWasKeptComesBackAndNothingElse() throws IOException {
        assertThat(documents.load().find("city", City.class)).isEmpty();
        documents.keep("city", CITY, City.class);
        assertThat(documents.load().find("city", City.class)).contains(CITY);
        assertThat(documents.load().find("me", City.class)).isEmpty();
    }

    @Test
    void theJsonIsNotReadWhereTheFormBelongsToIt() throws IOException {
        documents.keep("city", CITY, City.class);
        byte[] unreadable = "no JSON".getBytes(UTF_8);
        CRC32C sum = new CRC32C();
        sum.update(unreadable);
        put("document", unreadable);
        put(
                "document-form",
                ByteBuffer.wrap(form()).putInt((int) sum.getValue()).array());
        assertThat(documents.load().find("city", City.class)).contains(CITY);
    }

    @Test
    void theJsonOfAnOlderOrLaterConsoleCounts() throws IOException {
        put("document", Json.mapper().writeValueAsBytes(CITY));
        assertThat(documents.load().find("city", City.class)).as("no form").contains(CITY);
        documents.keep("city", CITY, City.class);
        City later = Samples.city("2");
        put("document", Json.mapper().writeValueAsBytes(later));
        assertThat(documents.load().find("city", City.class))
                .as("a form of what was before")
                .contains(later);
    }

    @Test
    void aDamagedFormIsNoHarm() throws IOException {
        documents.keep("city", CITY, City.class);
        byte[] whole = form();
        byte[] otherShape = whole.clone();
        otherShape[5]++;
        put("document-form", otherShape);
        assertThat(documents.load().find("city", City.class)).contains(CITY);
        put("document-form", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(documents.load().find("city", City.class)).contains(CITY);
        put("document-form", new byte[0]);
        assertThat(documents.load().find("city", City.class)).contains(CITY);
    }

    @Test
    void whatIsNotUnderstoodIsAbsent() throws IOException {
        put("document", "{\"extent\": 5}".getBytes(UTF_8));
        assertThat(documents.load().find("city", City.class)).isEmpty();
    }
}
