package org.chengshu.sense.derived;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class DerivedSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(DerivedView.class, "/api/sense/v1/derived", "派生序列", "Derived series")
                .with("编号", "Id", DerivedView::id)
                .with("产品", "Product", DerivedView::product)
                .with("属性", "Property", DerivedView::property)
                .with("公式", "Formula", DerivedView::formula));
    }
}
