/// DuckDB behind the corridor's interfaces.
@NullMarked
@Room(
        doors = {"vector", "table", "work"},
        tools = {"org.duckdb", "java.sql"},
        why = "DuckDB and nothing else: Parquet files.")
package revisage.engine.duckdb;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
