package org.chengshu.core.access.internal.signin;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class SessionSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(sheet("/api/core/v1/me/sessions"), sheet("/api/core/v1/accounts/{account}/sessions"));
    }

    private static ListSheet<SessionView> sheet(String path) {
        return ListSheet.of(SessionView.class, path, "登录会话", "Sessions")
                .with("设备", "Device", SessionView::device)
                .with("地址", "Address", SessionView::address)
                .with("登录时间", "Signed in", SessionView::createdAt)
                .with("最近使用", "Last used", SessionView::lastUsed)
                .with("有效期至", "Expires", SessionView::expires)
                .with("当前", "Current", SessionView::current);
    }
}
