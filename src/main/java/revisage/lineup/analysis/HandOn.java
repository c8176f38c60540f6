package revisage.lineup.analysis;

import revisage.lineup.LineupFolder;
import revisage.store.WholeFolder;
import revisage.table.ParquetTables;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;

/// A study to be given to others: plan and answers under codes, without pictures, without the key,
/// without a panel's ids.
public final class HandOn {

    private HandOn() {}

    /// @param folder must not exist, or be empty; whole or not at all
    public static void write(Sheet sheet, ParquetTables parquet, Path folder)
            throws WorkException, InterruptedException {
        WholeFolder.write(
                "hand the study on",
                folder,
                half -> {
                    Path answers = Files.createDirectories(half.resolve(LineupFolder.ANSWERS));
                    new LineupFolder(half, sheet.plan()).write();
                    TidyFiles.write(sheet, parquet, answers);
                });
    }
}
