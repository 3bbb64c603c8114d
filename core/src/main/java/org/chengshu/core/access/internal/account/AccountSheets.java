package org.chengshu.core.access.internal.account;

import java.util.List;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class AccountSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(AccountView.class, "/api/core/v1/accounts", "账号", "Accounts")
                .with("账号", "Name", AccountView::name)
                .with("姓名", "Display name", AccountView::displayName)
                .with("角色", "Roles", AccountView::roles)
                .with("区域", "Area", AccountView::area)
                .with("区域路径", "Area path", AccountView::areaPath)
                .with("组织机构", "Organisation", AccountView::organisation));
    }
}
