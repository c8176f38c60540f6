package revisage.store;

import revisage.table.WholeCsv;
import revisage.work.WorkException;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/// `requests.csv`: every request that a cloud job has sent, for the record. Columns number, utc,
/// call, cost, request_id. No face, no name, no key.
public final class CallTable {

    /// The file's name in a job's folder.
    public static final String FILE = "requests.csv";

    private CallTable() {}

    /// One request.
    ///
    /// @param utc when it left, `2026-11-24T14:07:01Z`; empty where that was not written down
    /// @param call what was asked
    /// @param cost by the price table
    /// @param requestId as the provider names it; empty where no answer came
    public record Row(String utc, String call, BigDecimal cost, String requestId) {}

    /// Whole or not at all.
    ///
    /// @param rows in the order they were sent
    public static void write(List<Row> rows, Path file) throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the list of requests",
                file,
                List.of("number", "utc", "call", "cost", "request_id"),
                csv -> {
                    int number = 0;
                    for (Row row : rows) {
                        csv.printRecord(
                                ++number,
                                row.utc(),
                                row.call(),
                                row.cost().toPlainString(),
                                row.requestId());
                    }
                });
    }
}
