package org.chengshu.data;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;

/**
 * The one way to read facts. Every module's facts are datasets here; a query names datasets and fields of this registry
 * only, its values are bound, and the answer holds nothing outside the viewer's part of the city. Fields of sensitivity
 * {@value Dataset#SENSITIVE} and more are refused to viewers without {@link #READ_SENSITIVE}. Reading needs {@link #READ}.
 * Refusals are {@link DataError}s. Safe for use by many threads; each query is one statement and sees one moment.
 */
public interface Datasets {
    String READ = "data:read";
    String READ_SENSITIVE = "data:read-sensitive";

    /** All datasets by id; none for a viewer without {@link #READ}. */
    List<Dataset> list(Viewer viewer);

    Dataset get(String id);

    Optional<Dataset> find(String id);

    /** Rows and newest time; small tables are counted, large ones estimated. */
    DatasetState state(String id, Viewer viewer);

    /** Faults when the query would be refused to the viewer for anything but its data; reads nothing. */
    void check(DatasetQuery query, Viewer viewer);

    /** Runs the query and holds the answer in memory. */
    Rows query(DatasetQuery query, Viewer viewer);

    /**
     * Runs the query and hands over row by row without holding them, in one transaction; for answers of any length. The
     * row is valid during the call only.
     */
    void each(DatasetQuery query, Viewer viewer, RowReader reader);
}
