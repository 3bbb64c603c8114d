package org.chengshu.sense.product;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.sense.Function;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.springframework.stereotype.Component;

@Component
final class ProductSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                products(),
                ListSheet.of(
                                ModelController.Item.class,
                                "/api/sense/v1/products/{id}/versions",
                                "物模型版本",
                                "Versions of a thing model")
                        .with("版本", "Version", ModelController.Item::version)
                        .with("时间", "Time", ModelController.Item::at)
                        .with("配置包", "Pack", ModelController.Item::pack)
                        .with("变化", "Changes", version -> version.changes().stream()
                                .map(ModelChange::text)
                                .toList()));
    }

    private static ListSheet<Product> products() {
        return ListSheet.of(Product.class, "/api/sense/v1/products", "产品", "Products")
                .with("编号", "Id", Product::id)
                .with("名称", "Title", Product::title)
                .with("最长静默", "Longest silence", Product::maxSilence)
                .with("静默级别", "Severity of silence", Product::silenceSeverity)
                .with("属性", "Properties", product -> product.properties().stream()
                        .map(Property::id)
                        .toList())
                .with("功能", "Functions", product -> product.functions().stream()
                        .map(Function::id)
                        .toList());
    }
}
