package org.chengshu.core.crypto;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Setting;

/** The settings of field encryption. */
public final class CryptoSettings {
    /** The file in the data folder that holds the master key when none is given; a backup without it opens nothing. */
    public static final String MASTER_KEY_FILE = "keys/master.key";

    public static final Setting<FieldAlgorithm> ALGORITHM = Setting.named("crypto.algorithm")
            .since("0.2")
            .summary(
                    "字段加密算法；改变后新值用新密钥，旧值仍可读",
                    "How fields are encrypted; after a change new values use a new key, old ones stay readable")
            .choice(FieldAlgorithm.SM4_GCM);

    public static final Setting<Optional<Secret>> MASTER_KEY = Setting.named("crypto.master-key")
            .since("0.2")
            .summary(
                    "主密钥（32 字节，Base64）；不给则在数据目录生成 keys/master.key。多节点必须相同",
                    "Master key, 32 bytes in Base64; without it keys/master.key is made in the data folder. All nodes need the same")
            .secret();

    public static final Setting<Optional<Secret>> FORMER_MASTER_KEY = Setting.named("crypto.former-master-key")
            .since("0.2")
            .summary(
                    "更换主密钥时的旧主密钥；启动后数据密钥改由新主密钥包裹",
                    "The former master key while it is being changed: at the start data keys are wrapped anew")
            .secret();

    private CryptoSettings() {}

    public static List<Setting<?>> all() {
        return List.of(ALGORITHM, MASTER_KEY, FORMER_MASTER_KEY);
    }
}
