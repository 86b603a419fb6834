package io.hopeit.sample.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.jaxrs.asyncapi.StreamsDocument;
import io.hopeit.sample.asyncapi.Shop.BillOrder;
import io.hopeit.sample.asyncapi.Shop.PlaceOrder;
import io.hopeit.sample.asyncapi.Shop.ReadNote;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.Json;
import io.hopeit.spi.MessageDocs;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HopeitTest({PlaceOrder.class, BillOrder.class, ReadNote.class})
@WithConfig({
    "hopeit.stream.shop.notes.shards=3",
    "hopeit.stream.shop.notes.envelope=compact",
    "hopeit.stream.shop.answers.key={shop}answers",
    "hopeit.streams.identity.signing-key=a secret that is long enough to sign with",
    "hopeit.redis.uri=redis://somebody:lovelace@inside.example:6399"
})
class StreamsDocumentTest {
    private static final String ORDERS = "simple_example.1x0.shop.orders";

    private JsonNode document;

    @BeforeEach
    void describe(TestApp app) throws Exception {
        var json = new StreamsDocument(
                        app.bean(EventCatalogue.class),
                        app.bean(MessageDocs.class),
                        app.bean(Json.class).mapper())
                .json()
                .orElseThrow();
        document = new ObjectMapper().readTree(json.toString());
    }

    private JsonNode channel(String id) {
        return document.path("channels").path(id);
    }

    private JsonNode operation(String id) {
        return document.path("operations").path(id);
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /** What is referred to. */
    private JsonNode at(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private JsonNode message(String operation) {
        return at(at(operation(operation).path("messages").get(0)));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(member -> member.getKey()).toList();
    }

    @Test
    void keepsTheRulesOfAsyncApi() {
        assertThat(AsyncApiRules.broken(document)).isEmpty();
    }

    @Test
    void eachQueueStageAndDeadLetterStreamIsAChannel() {
        assertThat(names(document.path("channels")))
                .containsExactlyInAnyOrder(
                        ORDERS,
                        ORDERS + ".high",
                        ORDERS + ".dlq",
                        ORDERS + ".high.dlq",
                        "simple_example.1x0.shop.place_order.check",
                        "simple_example.1x0.shop.place_order.check.dlq",
                        "shop-answers",
                        "shop-answers.high",
                        "simple_example.1x0.shop.notes");
    }

    @Test
    void eachReadAndWriteIsAnOperation() {
        assertThat(names(document.path("operations")))
                .containsExactlyInAnyOrder(
                        "shop.place_order.send",
                        "shop.place_order-place.receive",
                        "shop.place_order-place.dead-letter",
                        "shop.place_order-place.send",
                        "shop.place_order-place.send.high",
                        "shop.bill_order.receive",
                        "shop.bill_order.receive.high",
                        "shop.bill_order.dead-letter",
                        "shop.bill_order.dead-letter.high",
                        "shop.bill_order.send",
                        "shop.bill_order.send.high",
                        "shop.bill_order.send.simple_example.1x0.shop.notes",
                        "shop.read_note.receive");
    }

    @Test
    void anAddressIsTheKeyInRedis() {
        assertThat(channel(ORDERS + ".high").path("address").asText()).isEqualTo(ORDERS + ".high");
    }

    @Test
    void shardsAreAParameterOfTheAddress() {
        var notes = channel("simple_example.1x0.shop.notes");

        assertThat(notes.path("address").asText()).isEqualTo("simple_example.1x0.shop.notes.shard-{shard}");
        assertThat(texts(notes.at("/parameters/shard/enum"))).containsExactly("0", "1", "2");
        assertThat(texts(notes.at("/x-hopeit-stream/keys"))).contains("simple_example.1x0.shop.notes.shard-2");
    }

    @Test
    void aKeyWithBracesIsTheValueOfAParameter() {
        assertThat(channel(ORDERS + ".dlq").path("address").asText()).isEqualTo("{key}");
        assertThat(channel(ORDERS + ".dlq").at("/parameters/key/default").asText())
                .isEqualTo("{" + ORDERS + "}:dlq");
        assertThat(channel("shop-answers").at("/parameters/key/default").asText())
                .isEqualTo("{shop}answers");
    }

    @Test
    void aReaderTellsItsGroupAndHowItWorks() {
        var consumer = operation("shop.bill_order.receive").path("x-hopeit-consumer");

        assertThat(consumer.path("group").asText()).isEqualTo("simple_example.1x0.shop.bill_order");
        assertThat(consumer.path("order").asText()).isEqualTo("KEY");
        assertThat(consumer.path("key").asText()).isEqualTo("customer.id");
        assertThat(consumer.path("concurrency").asInt()).isEqualTo(7);
        assertThat(consumer.path("maxDeliveries").asInt()).isEqualTo(3);
    }

    @Test
    void aReaderForARoleSaysHowSendersProveIt() {
        var reader = operation("shop.bill_order.receive");

        assertThat(texts(reader.path("x-roles"))).containsExactly("clerk");
        assertThat(at(reader.path("security").get(0)).path("name").asText()).isEqualTo("auth_sig");
    }

    @Test
    void alternativesOfASealedTypeAreMessagesOfTheirOwn() {
        assertThat(names(channel("shop-answers").path("messages"))).containsExactly("Bill", "Refusal");
    }

    @Test
    void aMessageHasTheFieldsOfHopeit() {
        var headers = message("shop.bill_order.receive").path("headers");

        assertThat(names(headers.path("properties")))
                .containsExactly(
                        "id",
                        "type",
                        "submit_ts",
                        "event_ts",
                        "track.operation_id",
                        "track.request_id",
                        "track.request_ts",
                        "track.caller",
                        "track.session_id",
                        "event.app",
                        "auth_info",
                        "ser",
                        "comp",
                        "queue",
                        "traceparent",
                        "auth_sig");
        assertThat(texts(headers.at("/properties/type/enum"))).containsExactly("shop.Order", "shop.OldOrder");
        assertThat(texts(headers.at("/properties/comp/enum"))).containsExactly("lz4");
        assertThat(texts(headers.path("required"))).contains("queue").doesNotContain("track.caller", "auth_sig");
    }

    @Test
    void aMessageBelongsToTheRequestThatBeganIt() {
        var correlation = at(message("shop.bill_order.receive").path("correlationId"));

        assertThat(correlation.path("location").asText()).isEqualTo("$message.header#/track.request_id");
    }

    @Test
    void theShortFormHasItsFieldsInOne() {
        var headers = message("shop.read_note.receive").path("headers");

        assertThat(names(headers.path("properties"))).containsExactly("id", "header");
        assertThat(names(headers.at("/properties/header/x-hopeit-fields/properties")))
                .contains("type", "track.request_id", "queue");
        assertThat(at(message("shop.read_note.receive").path("correlationId"))
                        .path("location")
                        .asText())
                .isEqualTo("$message.header#/header");
    }

    @Test
    void aDeadLetterHasItsFieldsBesides() {
        var headers = message("shop.bill_order.dead-letter").path("headers");

        assertThat(operation("shop.bill_order.dead-letter").path("action").asText())
                .isEqualTo("send");
        assertThat(names(headers.path("properties"))).contains("track.request_id", "dlq.error", "dlq.deliveries");
    }

    @Test
    void aPayloadIsAComponent() {
        assertThat(message("shop.bill_order.receive").at("/payload/$ref").asText())
                .isEqualTo("#/components/schemas/Goods");
        assertThat(names(document.at("/components/schemas")))
                .containsExactly("Bill", "Customer", "Goods", "Level", "Note", "Refusal");
    }

    @Test
    void whatMayBeNullSaysSoAsJsonSchemaDoes() {
        assertThat(schema("Goods").at("/properties/note/type")).hasToString("[\"string\",\"null\"]");
        assertThat(schema("Goods").at("/properties/friend"))
                .hasToString("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Customer\"},{\"type\":\"null\"}]}");
    }

    @Test
    void limitsAndExamplesAreThoseOfJsonSchema() {
        assertThat(schema("Goods").at("/properties/price")).hasToString("{\"type\":\"number\",\"exclusiveMinimum\":0}");
        assertThat(schema("Goods").at("/properties/note/examples")).hasToString("[\"fragile\"]");
    }

    @Test
    void nothingTellsWhereRedisIs() {
        assertThat(document.toString()).doesNotContain("inside.example", "somebody", "lovelace", "6399", "long enough");
        assertThat(document.at("/servers/redis/protocol").asText()).isEqualTo("redis");
    }
}
