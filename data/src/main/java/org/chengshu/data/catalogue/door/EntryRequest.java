package org.chengshu.data.catalogue.door;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.kernel.Text;

/** An entry as a form sends it. */
record EntryRequest(Optional<String> organisation, EntryContent content) {
    EntryRequest {
        organisation = organisation == null
                ? Optional.empty()
                : organisation.map(String::strip).filter(code -> !code.isEmpty());
        if (content == null) {
            throw new FaultyInput(
                    DataError.ENTRY_FAULTY,
                    "content is missing",
                    List.of(new PlacedFault("content", Text.of("缺少目录内容", "the content is missing"))));
        }
    }
}
