package revisage.vector.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import revisage.vector.DistrustfulJson;
import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Vectors in JSON or JSON Lines, in the forms people use: arrays of numbers, objects with id,
/// label and vector, objects from id to vector or from person to vectors, or one array a kind.
final class JsonFile {

    private JsonFile() {}

    static LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "JSON");
        var factory = DistrustfulJson.factory();
        try (InputStream in = withoutMark(file);
                JsonParser parser = factory.createParser(in)) {
            parser.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
            var reader = new JsonVectors(parser, refusal);
            int documents = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                reader.document(token);
                documents++;
            }
            List<String> notices = new ArrayList<>();
            return new LeakedFile(
                    file,
                    documents > 1 ? "JSON Lines" : "JSON",
                    "text",
                    notices,
                    reader.vectors(notices));
        } catch (JsonProcessingException e) {
            throw refusal.because(DistrustfulJson.why(e), e);
        } catch (CharacterCodingException e) {
            throw refusal.because("it is not UTF-8 text", e);
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    private static InputStream withoutMark(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        if (mark.length < 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB) {
            in.reset();
        }
        return in;
    }
}
