package org.chengshu.cases.form;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** A kind of case that the public may report. */
public record PublicService(
        String kind,
        Text title,
        Text description,
        Text group,
        List<String> keywordsZh,
        List<String> keywordsEn,
        int order,
        PublicPlace place,
        Optional<CaseForm> form) {
    public PublicService {
        keywordsZh = List.copyOf(keywordsZh);
        keywordsEn = List.copyOf(keywordsEn);
    }
}
