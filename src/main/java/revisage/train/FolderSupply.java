package revisage.train;

import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A labelled folder, picture after picture.
final class FolderSupply implements FaceSupply {

    private final List<Portrait> portraits;
    private final List<String> names;
    private final FaceReader reader;
    private final String aligned;

    /// @param aligned by what faces are found, for the fingerprint
    FolderSupply(LabelledFolder folder, FaceReader reader, String aligned) {
        this.portraits = folder.portraits();
        this.names = portraits.stream().map(Portrait::person).distinct().sorted().toList();
        this.reader = reader;
        this.aligned = aligned;
    }

    @Override
    public String fingerprint() {
        var all = new StringBuilder(aligned);
        portraits.forEach(p -> all.append('\n').append(p.id()).append('\t').append(p.person()));
        return "folder " + Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int count() {
        return portraits.size();
    }

    @Override
    public int people() {
        return names.size();
    }

    @Override
    public int person(int i) {
        return java.util.Collections.binarySearch(names, portraits.get(i).person());
    }

    @Override
    public Optional<FaceImage> face(int i) throws WorkException, InterruptedException {
        return switch (reader.read(portraits.get(i))) {
            case FaceResult.Usable usable -> Optional.of(usable.face());
            case FaceResult.Excluded _ -> Optional.empty();
        };
    }
}
