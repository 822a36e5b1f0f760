"""The two scripts of Chinese: pairs of simplified and traditional characters, and the script of a text.

Only characters of legal texts are here; OpenCC converts whole texts.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["HAN", "TRADITIONAL", "in_traditional", "traditional_share"]

_PAIRS = (
    "万萬 与與 专專 业業 东東 两兩 严嚴 个個 举舉 义義 乡鄉 书書 亩畝 亿億 仅僅 从從 仓倉 价價 优優 会會 传傳 "
    "伤傷 伦倫 伪偽 体體 侧側 侨僑 债債 倾傾 偿償 储儲 儿兒 兰蘭 关關 兴興 兹茲 养養 军軍 农農 决決 况況 冻凍 "
    "净淨 减減 凤鳳 击擊 则則 刚剛 创創 删刪 别別 剂劑 剧劇 办辦 务務 动動 励勵 劳勞 势勢 勋勳 匀勻 区區 医醫 "
    "华華 协協 单單 卖賣 卢盧 卫衛 厂廠 厅廳 压壓 厌厭 厘釐 县縣 参參 变變 叶葉 号號 听聽 启啟 吴吳 员員 响響 "
    "哑啞 唤喚 团團 园園 围圍 国國 图圖 圆圓 圣聖 场場 坏壞 块塊 坚堅 坝壩 垄壟 声聲 壳殼 处處 备備 头頭 夹夾 "
    "夺奪 奋奮 奖獎 妇婦 妈媽 娱娛 婴嬰 孙孫 学學 宝寶 实實 宠寵 审審 宪憲 宫宮 宽寬 宾賓 对對 寻尋 导導 寿壽 "
    "将將 尔爾 尘塵 尝嘗 层層 届屆 属屬 岁歲 岛島 岭嶺 币幣 帅帥 师師 带帶 帮幫 广廣 庆慶 库庫 应應 庙廟 庞龐 "
    "废廢 开開 弃棄 张張 弯彎 弹彈 归歸 彻徹 径徑 忆憶 忧憂 怀懷 态態 总總 惊驚 惩懲 愿願 戏戲 战戰 扑撲 扩擴 "
    "扫掃 扬揚 扰擾 抚撫 抢搶 护護 报報 担擔 拟擬 拥擁 择擇 挂掛 挡擋 挥揮 损損 换換 掷擲 摄攝 摆擺 摇搖 撑撐 "
    "敌敵 敛斂 数數 斋齋 断斷 无無 旧舊 时時 旷曠 显顯 晋晉 晓曉 暂暫 术術 机機 杀殺 杂雜 权權 条條 来來 杨楊 "
    "极極 构構 枪槍 柜櫃 标標 栋棟 栏欄 树樹 样樣 桥橋 梦夢 检檢 欢歡 欧歐 残殘 毁毀 毕畢 气氣 汉漢 汤湯 沟溝 "
    "没沒 沪滬 泽澤 洁潔 测測 济濟 浏瀏 浑渾 浓濃 涂塗 润潤 涨漲 渊淵 渐漸 渔漁 湾灣 湿溼 满滿 滤濾 滥濫 滨濱 "
    "滩灘 潜潛 灭滅 灯燈 灵靈 灾災 炉爐 点點 烂爛 烟煙 热熱 焕煥 爱愛 爷爺 牵牽 牺犧 状狀 犹猶 独獨 狭狹 狱獄 "
    "猎獵 献獻 玛瑪 环環 现現 电電 画畫 畅暢 疗療 疯瘋 痒癢 盐鹽 监監 盖蓋 盗盜 盘盤 矿礦 码碼 砖磚 础礎 确確 "
    "碍礙 礼禮 祸禍 离離 种種 积積 称稱 稳穩 穷窮 窃竊 竞競 笔筆 笼籠 筑築 筹籌 简簡 类類 粮糧 紧緊 纠糾 红紅 "
    "纤纖 约約 级級 纪紀 纯純 纲綱 纳納 纵縱 纷紛 纸紙 纺紡 练練 组組 细細 织織 终終 绍紹 经經 绑綁 结結 绕繞 "
    "绘繪 给給 络絡 绝絕 统統 继繼 绩績 绪緒 续續 维維 绵綿 综綜 绿綠 缓緩 缔締 编編 缘緣 缩縮 缴繳 网網 罚罰 "
    "职職 联聯 聪聰 肃肅 肤膚 肿腫 胀脹 胁脅 胆膽 胜勝 脏髒 脑腦 脚腳 腊臘 舆輿 舰艦 艺藝 节節 芦蘆 苏蘇 荐薦 "
    "荣榮 药藥 营營 萧蕭 蓝藍 虏虜 虑慮 虚虛 虽雖 蚀蝕 补補 衬襯 装裝 见見 观觀 规規 视視 觉覺 计計 订訂 认認 "
    "讨討 让讓 训訓 议議 讯訊 记記 讲講 许許 论論 讼訟 设設 访訪 证證 评評 识識 诉訴 词詞 试試 诚誠 话話 该該 "
    "详詳 语語 误誤 请請 诸諸 读讀 课課 谁誰 调調 谅諒 谈談 谋謀 谢謝 谣謠 谨謹 谱譜 贝貝 贞貞 负負 贡貢 财財 "
    "责責 贤賢 败敗 货貨 质質 贩販 贪貪 贫貧 购購 贮貯 贯貫 贰貳 贱賤 贴貼 贵貴 贷貸 贸貿 费費 贺賀 贾賈 赁賃 "
    "资資 赏賞 赔賠 赖賴 赚賺 赛賽 赠贈 趋趨 跃躍 踪蹤 车車 轨軌 轩軒 转轉 轮輪 软軟 轰轟 轻輕 载載 较較 辅輔 "
    "辆輛 辈輩 辉輝 输輸 辖轄 辩辯 边邊 达達 迁遷 过過 迈邁 运運 还還 这這 进進 远遠 违違 连連 迟遲 适適 选選 "
    "逊遜 递遞 逻邏 遗遺 邓鄧 邮郵 邻鄰 郑鄭 酱醬 释釋 针針 钢鋼 钥鑰 钦欽 钩鉤 钮鈕 钱錢 钻鑽 铁鐵 铃鈴 铜銅 "
    "铝鋁 银銀 铺鋪 链鏈 销銷 锁鎖 锋鋒 错錯 锦錦 键鍵 锻鍛 镇鎮 镑鎊 镜鏡 长長 门門 闪閃 闭閉 问問 闲閒 间間 "
    "闸閘 闻聞 阅閱 队隊 阳陽 阴陰 阵陣 阶階 际際 陆陸 陈陳 陕陝 险險 随隨 隐隱 难難 雾霧 静靜 韩韓 页頁 顶頂 "
    "顷頃 项項 顺順 须須 顾顧 顿頓 颁頒 预預 领領 颇頗 颈頸 频頻 题題 颜顏 额額 风風 飘飄 飞飛 饥飢 饭飯 饮飲 "
    "饰飾 饱飽 馆館 马馬 驰馳 驱驅 驳駁 驶駛 驾駕 验驗 骑騎 骗騙 鱼魚 鲁魯 鲜鮮 鸟鳥 鸣鳴 鸿鴻 鹏鵬 麦麥 黄黃 "
    "齐齊 齿齒 龄齡 龙龍 温溫 册冊 们們 习習 辑輯 览覽 "
    "临臨 丽麗 乌烏 乐樂 亚亞 冈岡 凉涼 厦廈 双雙 吕呂 壮壯 娄婁 岗崗 峡峽 彦彥 枣棗 沧滄 泸瀘 潍濰 绥綏 芜蕪 "
    "争爭 剥剝 荆荊 萨薩 赣贛 辽遼 郸鄲 锡錫 陇隴 饶饒 驻駐 鸡雞 鸭鴨 鹤鶴 鹰鷹 "
)
"""Each character in the simplified and in the traditional script."""

_USUAL = (
    "为為 于於 产產 众眾 余餘 党黨 内內 冲衝 几幾 划劃 历歷 发發 台臺 后後 吨噸 咨諮 坛壇 复復 宁寧 尽盡 帐帳 "
    "并並 庄莊 弥彌 强強 当當 录錄 征徵 悦悅 户戶 执執 据據 档檔 汇匯 游遊 着著 税稅 签簽 线線 罗羅 罢罷 脱脫 "
    "范範 获獲 询詢 说說 账賬 赞贊 采採 钟鐘 咸鹹 岩巖 岳嶽 云雲 "
)
"""Simplified characters with several traditional forms, and the form that legal texts use most."""

_PHRASES = {
    "标准": "標準", "准则": "準則", "水准": "水準", "准用": "準用", "基准": "基準",
    "复制": "複製", "复印": "複印", "复议": "復議", "干部": "幹部", "骨干": "骨幹",
    "制造": "製造", "制作": "製作", "印制": "印製", "监制": "監製", "注册": "註冊",
    "注销": "註銷", "备注": "備註", "关系": "關係", "系指": "係指", "日历": "日曆",
    "农历": "農曆", "余额": "餘額", "其余": "其餘", "余款": "餘款", "答复": "答覆",
    "批复": "批覆", "委托": "委託", "信托": "信託", "受托": "受託", "谷物": "穀物",
    "标志": "標誌", "杂志": "雜誌",
}  # fmt: skip
"""Words in which a character has another form than usual."""

TRADITIONAL = {pair[0]: pair[1] for pair in (*_PAIRS.split(), *_USUAL.split())}
"""The usual traditional form of each simplified character."""

_OLD = set(TRADITIONAL.values())
_ONLY_NEW = re.compile(f"[{''.join(sorted(pair[0] for pair in _PAIRS.split() if pair[0] not in _OLD))}]")
_ONLY_OLD = re.compile(f"[{''.join(sorted(pair[1] for pair in _PAIRS.split() if pair[1] not in TRADITIONAL))}]")
_WORDS = re.compile("|".join((*_PHRASES, f"[{''.join(TRADITIONAL)}]")))
HAN = re.compile("[\u3400-\u9fff]")
"""A Chinese character."""


@lru_cache(maxsize=32)
def traditional_share(text: str) -> float | None:
    """Return the traditional share of the characters that show the script, or ``None`` if none does."""
    old, new = len(_ONLY_OLD.findall(text)), len(_ONLY_NEW.findall(text))
    return old / (old + new) if old + new else None


def in_traditional(words: str) -> str:
    """Return words, or the source of a pattern, in traditional characters, as in the law of Taiwan."""
    return _WORDS.sub(lambda match: _PHRASES.get(match[0]) or TRADITIONAL[match[0]], words)
