package org.chengshu.core;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which the ground floor refuses. Names are what clients see as {@code code}; they never change. */
public enum CoreError implements ErrorCode {
    NOT_SIGNED_IN(401, "请先登录", "Sign in first"),
    BAD_CREDENTIALS(401, "账号或密码不正确", "Name or password is wrong"),
    TOO_MANY_ATTEMPTS(429, "尝试过于频繁，请稍后再试", "Too many attempts, try again later"),
    TOO_MANY_REQUESTS(429, "请求过于频繁，请稍后再试", "Too many requests, slow down"),
    ACCOUNT_LOCKED(423, "登录失败次数过多，账号已暂时锁定", "Locked for a while after too many failed attempts"),
    ACCOUNT_DISABLED(403, "账号已停用", "The account is disabled"),
    PASSWORD_CHANGE_NEEDED(403, "请先修改密码", "Change your password first"),
    PASSWORD_WEAK(422, "密码不符合要求", "The password does not follow the rules"),
    LINK_GONE(404, "链接已使用、已过期或无效", "The link was used, has expired or is wrong"),
    ROLE_READ_ONLY(409, "内置角色和主题包的角色不能修改", "Built-in roles and those of packs cannot be changed"),
    ROLE_IN_USE(409, "仍有账号持有该角色", "Accounts still hold the role"),
    LAST_ADMINISTRATOR(409, "至少要保留一名全市系统管理员", "The city keeps at least one administrator"),
    DUTIES_SEPARATED(403, "职责分离：须由他人完成", "Separation of duties: somebody else has to do this"),
    FORBIDDEN(403, "没有此操作的权限", "You lack the right to do this"),
    NOT_FOUND(404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持的请求方法", "This method is not allowed here"),
    CONFLICT(409, "与现有数据冲突", "Conflicts with what is there"),
    VERSION_CHANGED(412, "已被他人修改，请重新读取", "Somebody changed this meanwhile, read it again"),
    VERSION_NEEDED(428, "修改时须说明所依据的版本", "Say which version you mean to change"),
    IDEMPOTENCY_KEY_IN_USE(409, "同一请求正在处理，请稍后再试", "The same request is at work, try again in a moment"),
    IDEMPOTENCY_KEY_REUSED(422, "同一幂等键被用于不同的请求", "This idempotency key was used for another request"),
    TOO_LARGE(413, "内容过大", "Too large"),
    BAD_REQUEST(400, "请求有误", "The request is faulty"),
    PACK_FAULTY(422, "包配置有误", "The pack has faults"),
    PACK_STATE_CHANGED(409, "情况已变化，请重新查看差异", "Things have changed since the diff was shown; look at it again"),
    PACK_DOWNGRADE(409, "版本低于已安装的版本", "The version is lower than the installed one"),
    PACK_IN_USE(409, "仍在使用，不能移除", "Still in use, so it cannot be removed"),
    SETTINGS_FAULTY(422, "系统设置有误", "The settings have faults"),
    KEY_MISSING(503, "缺少加密密钥", "A key for sealed values is missing"),
    SEAL_BROKEN(500, "加密字段无法打开", "A sealed value cannot be opened"),
    EXPORT_NOT_OFFERED(406, "该列表不提供导出", "This list is not offered as a file"),
    TREE_CODE_TAKEN(409, "编码已被使用", "The code is taken"),
    TREE_OF_PACK(409, "由配置包维护，请在包中修改", "It belongs to a pack and is changed there"),
    TREE_HAS_CHILDREN(409, "仍有下级，不能撤销", "Something still hangs on it"),
    TREE_CIRCLE(422, "上级不能是自己的下级", "It would be its own ancestor"),
    TREE_FAULTY(422, "内容有误", "What was sent has faults"),
    TREE_DATUM_NEEDED(422, "请说明坐标系", "Say which datum the coordinates are in"),
    MAIL_REFUSED(409, "邮件服务器拒绝或无法连接", "The mail server refused or cannot be reached"),
    WEBHOOK_SILENT(409, "对方系统没有应答", "The other system does not answer"),
    ADDRESS_NOT_ALLOWED(422, "不允许的地址", "The address is not allowed"),
    INTERNAL(500, "系统内部错误", "Something went wrong on our side"),
    DATA_FOLDER_IN_USE(503, "数据目录正被另一个节点使用", "Another node is using this data folder"),
    DATABASE_BROKEN(503, "数据库无法启动或连接", "The database cannot be started or reached"),
    BACKUP_BROKEN(500, "备份已损坏或不完整", "The backup is broken or incomplete"),
    BACKUP_PLACE_UNUSABLE(503, "备份目录不可用", "The folder for backups cannot be used"),
    RESTORE_REFUSED(409, "无法恢复", "Nothing can be restored this way"),
    NEWER_RELEASE(503, "数据目录由更新的版本写入", "The data folder was written by a newer release"),
    DISK_NEARLY_FULL(503, "磁盘空间不足，暂停接收数据", "The disk is nearly full, no data is taken in"),
    PORT_TAKEN(503, "端口已被占用", "The port is taken");

    private final int status;
    private final Text title;

    CoreError(int status, String zh, String en) {
        this.status = status;
        this.title = Text.of(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
