package revisage.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CardFilesTest {

    private static final String CARD =
            """
            {
              "schema" : 1,
              "name" : "toy",
              "sha256" : "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
              "input" : {
                "name" : "x",
                "width" : 96,
                "height" : 112,
                "crop" : {
                  "x" : 8,
                  "y" : 0,
                  "width" : 96,
                  "height" : 112
                },
                "channels" : "BGR",
                "layout" : "NCHW",
                "mean" : [ 127.5, 127.5, 127.5 ],
                "scale" : [ 128.0, 128.0, 128.0 ]
              },
              "output" : {
                "name" : "y",
                "dimension" : 128,
                "unitLength" : false,
                "metric" : "cosine"
              },
              "licence" : "unknown",
              "source" : "unknown"
            }
            """;

    @TempDir Path folder;

    private ModelCard read(String json) throws Exception {
        return CardFiles.read(Files.writeString(folder.resolve("toy.card.json"), json));
    }

    @Test
    void theCardOfANetworkThatMakesFacesIsCalledThat() {
        var refused =
                assertThrows(
                        ModelException.class,
                        () -> read("{\"schema\": 1, \"generator\": {\"name\": \"toy\"}}"));
        assertTrue(refused.getMessage().endsWith("makes faces, not of an extractor."));
    }

    @Test
    void aCardIsReadAndWrittenToTheSameBytes() throws Exception {
        ModelCard card = read(CARD);
        assertEquals(
                new ModelCard(
                        "toy",
                        "0123456789abcdef".repeat(4),
                        new ModelCard.Input(
                                "x",
                                96,
                                112,
                                new ModelCard.Crop(8, 0, 96, 112),
                                ModelCard.Channels.BGR,
                                ModelCard.Layout.NCHW,
                                List.of(127.5, 127.5, 127.5),
                                List.of(128.0, 128.0, 128.0)),
                        new ModelCard.Output("y", 128, false, "cosine"),
                        "unknown",
                        "unknown",
                        Optional.empty()),
                card);
        Path again = folder.resolve("again.card.json");
        CardFiles.write(card, again);
        assertEquals(CARD, Files.readString(again));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "channels" : "BGR"   | "chanels" : "BGR"       | unknown key 'chanels' in 'input'. Did you mean 'channels'?
                    "licence"            | "license"               | unknown key 'license'. Did you mean 'licence'?
                    "name" : "toy",      | "name" : "toy", "zzzzzzzz" : 1, | Known are input, licence, name
                    "name" : "toy",      | "name" : "toy", "name" : "two", | Duplicate field 'name'
                    "name" : "toy",      |                         | 'name'
                    "name" : "toy",      | "name" : null,          | 'name'
                    "name" : "toy",      | "name" : " ",           | name has 1 to 1000 characters
                    "unitLength" : false,|                         | 'unitLength'
                    "dimension" : 128    | "dimension" : 0         | is refused at 'output': dimension is 1..65536, not 0
                    "dimension" : 128    | "dimension" : 128.5     | output.dimension
                    "dimension" : 128    | "dimension" : "128"     | output.dimension
                    "dimension" : 128    | "dimension" : 1e400     | output.dimension
                    "x" : 8              | "x" : 17                | is refused at 'input.crop': width is 1..95, not 96
                    128.0 ]              | 0.0 ]                   | scale is three numbers other than 0
                    128.0 ]              | NaN ]                   | NaN
                    , 128.0 ]            | ]                       | scale is three numbers
                    "BGR"                | "RBG"                   | one of [RGB, BGR] is expected
                    "cosine"             | "distance"              | metric is 'cosine', not 'distance'
                    "0123                | "0X23                   | sha256 is 64 digits
                    "schema" : 1         | "schema" : 2, "more" : 3| has schema 2, this program knows up to 1
                    "schema" : 1         | "schema" : 0            | schema is 1 or more
                    """)
    void aWrongCardIsRefusedWithItsPlace(String right, String wrong, String said) {
        var e =
                assertThrows(
                        ModelException.class,
                        () -> read(CARD.replace(right, wrong == null ? "" : wrong)));
        assertTrue(e.getMessage().contains(said), e.getMessage());
        assertTrue(e.getMessage().contains("toy.card.json"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    @Test
    void whatIsNoCardIsRefusedInOneSentence() {
        for (String json :
                List.of(
                        "",
                        "[]",
                        "7",
                        "{",
                        CARD + "x",
                        "[".repeat(100_000),
                        "\0\1\2",
                        CARD.substring(0, 99))) {
            var e = assertThrows(ModelException.class, () -> read(json));
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    @Test
    void aCardAsLongAsABookIsRefusedUnread() {
        var e = assertThrows(ModelException.class, () -> read(CARD + " ".repeat(1 << 20)));
        assertTrue(e.getMessage().contains("too many for a card"), e.getMessage());
    }

    @Test
    void theCardLiesBesideTheModel() {
        assertEquals(Path.of("a", "F.card.json"), CardFiles.beside(Path.of("a", "F.onnx")));
        assertEquals(Path.of("F.v2.card.json"), CardFiles.beside(Path.of("F.v2.ONNX")));
        assertEquals(Path.of("weights.card.json"), CardFiles.beside(Path.of("weights")));
    }

    @Test
    void theProgramKnowsTwoExtractorsByTheirHash() throws Exception {
        for (String hash :
                List.of(
                        "6ced4e0c36abba9dd24b48d725f7dbb94089f75b3d3445d3d67b85157cb64743",
                        "11077c07e928a9c03619c5334bdcb15627edd6eb7764590cdc8631fcd9bfb133")) {
            assertEquals(hash, CardFiles.known(hash).orElseThrow().sha256());
        }
        assertEquals(Optional.empty(), CardFiles.known("0".repeat(64)));
    }
}
