package org.chengshu.core.access.internal.token;

import java.util.List;
import org.chengshu.core.access.TokenView;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class TokenSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(sheet("/api/core/v1/tokens"), sheet("/api/core/v1/accounts/{account}/tokens"));
    }

    private static ListSheet<TokenView> sheet(String path) {
        return ListSheet.of(TokenView.class, path, "令牌", "Tokens")
                .with("用途", "Label", TokenView::label)
                .with("创建时间", "Created", TokenView::createdAt)
                .with("有效期至", "Expires", TokenView::expires)
                .with("最近使用", "Last used", TokenView::lastUsed);
    }
}
