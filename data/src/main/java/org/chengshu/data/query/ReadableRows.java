package org.chengshu.data.query;

import java.util.List;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** What of a dataset a viewer may see, for statements that other parts of the module compose. Columns stand unqualified. */
@Component
public final class ReadableRows {
    private final CitySettings settings;

    ReadableRows(CitySettings settings) {
        this.settings = settings;
    }

    /** The fields that can be shown of every row the viewer sees. */
    public List<FactField> fields(Dataset dataset, Viewer viewer) {
        return new Columns(dataset, viewer).readable();
    }

    /** The rows in the viewer's part of the city. */
    public Condition scope(Dataset dataset, Viewer viewer) {
        return new Columns(dataset, viewer).scope();
    }

    /** The rows that fulfil all conditions; faults when one names what is not there or not to be seen. */
    public Condition where(Dataset dataset, List<org.chengshu.data.Condition> conditions, Viewer viewer) {
        return new ConditionSql(new Columns(dataset, viewer), new Coerce(settings.zone())).all(conditions);
    }
}
