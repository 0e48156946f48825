#include "geo/read/encoding.hpp"

#include <gtest/gtest.h>
#include <iconv.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace tenglong::geo {
namespace {

/// From UTF-8, by iconv: the second source for what the decoder gives back.
std::string encoded(std::string_view utf8, const char* encoding)
{
    const iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string in{utf8};
    std::string out(in.size() * 4 + 8, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    EXPECT_NE(iconv(handle, &from, &left, &to, &room), static_cast<std::size_t>(-1)) << utf8;
    iconv_close(handle);
    out.resize(out.size() - room);
    return out;
}

TEST(FindEncoding, TellsShortChineseWordsApart)
{
    // 是, 联通 and 苏州 are what detectors by statistics get wrong.
    for (const std::string_view word : {"是", "联通", "苏州", "诸暨市经济开发区", "㙍塘村"}) {
        SCOPED_TRACE(word);
        EXPECT_EQ(find_encoding(word).encoding, Encoding::utf8);
        EXPECT_EQ(find_encoding(encoded(word, "GB18030")).encoding, Encoding::gb18030);
    }
}

TEST(FindEncoding, TakesTwoByteUtf8AloneForGbkAndSaysThatItIsATie)
{
    // C2 B2 is ² in UTF-8 and 虏 in GBK.
    const EncodingFinding finding = find_encoding("\xC2\xB2");
    EXPECT_EQ(finding.encoding, Encoding::gb18030);
    EXPECT_TRUE(finding.tie);
}

TEST(FindEncoding, KnowsAsciiAndByteOrderMarks)
{
    EXPECT_EQ(find_encoding("ZDDM,330681").encoding, Encoding::ascii);
    EXPECT_EQ(find_encoding("").encoding, Encoding::ascii);
    EXPECT_EQ(find_encoding("\xEF\xBB\xBFZDDM").encoding, Encoding::utf8);
    EXPECT_EQ(find_encoding("\xFF\xFE" + encoded("宗地", "UTF-16LE")).encoding, Encoding::utf16_le);
    EXPECT_EQ(find_encoding("\xFE\xFF" + encoded("宗地", "UTF-16BE")).encoding, Encoding::utf16_be);
    EXPECT_EQ(find_encoding(encoded("code,name\n1,甲\n", "UTF-16LE")).encoding, Encoding::utf16_le);
}

TEST(FindEncoding, AsksWhereTheTextMayBeBig5)
{
    const std::string_view text = "臺北縣工業區土地使用權人名稱及地址電話號碼";
    const EncodingFinding finding = find_encoding(encoded(text, "BIG5"));
    EXPECT_TRUE(finding.ask);
    EXPECT_FALSE(finding.encoding);
}

TEST(FindEncoding, GivesTheByteWhereNothingFits)
{
    // FF begins a character in no encoding.
    const EncodingFinding finding = find_encoding(std::string{"abc\xB9\xAB\xFF\xFF"});
    EXPECT_FALSE(finding.encoding);
    EXPECT_EQ(finding.bad_byte, 5U);
}

TEST(FindEncoding, IsRightOnRandomPairsOfCommonCharacters)
{
    // Any two level-1 characters of GB2312 (rows B0 to D6): 300 samples in each encoding.
    std::mt19937 random{7};
    std::uniform_int_distribution<int> row{0xB0, 0xD6};
    std::uniform_int_distribution<int> cell{0xA1, 0xFE};
    for (int i = 0; i < 300; ++i) {
        std::string gbk;
        for (int k = 0; k < 2; ++k) {
            gbk.push_back(static_cast<char>(row(random)));
            gbk.push_back(static_cast<char>(cell(random)));
        }
        Decoder decoder{Encoding::gb18030};
        const std::string utf8 = decoder.decode(gbk);
        EXPECT_EQ(find_encoding(gbk).encoding, Encoding::gb18030);
        EXPECT_EQ(find_encoding(utf8).encoding, Encoding::utf8);
    }
}

TEST(EncodingProbe, ForgivesACharacterCutAtTheEndOfAValue)
{
    const std::string gbk = encoded("浙江省诸暨市", "GB18030");
    const std::string utf8 = "浙江省诸暨市";
    EncodingProbe of_gbk;
    of_gbk.add(std::string_view{gbk}.substr(0, gbk.size() - 1), true);
    EXPECT_EQ(of_gbk.finding().encoding, Encoding::gb18030);
    EncodingProbe of_utf8;
    of_utf8.add(std::string_view{utf8}.substr(0, utf8.size() - 1), true);
    EXPECT_EQ(of_utf8.finding().encoding, Encoding::utf8);
}

TEST(Decoder, TurnsEveryEncodingIntoUtf8)
{
    const std::string_view text = "统一社会信用代码,面积（㎡）,村\n";
    for (const auto& [encoding, name] :
         {std::pair{Encoding::gb18030, "GB18030"}, std::pair{Encoding::utf16_le, "UTF-16LE"},
          std::pair{Encoding::utf16_be, "UTF-16BE"}, std::pair{Encoding::utf8, "UTF-8"}}) {
        Decoder decoder{encoding};
        EXPECT_EQ(decoder.decode(encoded(text, name)), text) << name;
        EXPECT_EQ(decoder.broken(), 0U);
    }
}

TEST(Decoder, CountsWhatItCannotRead)
{
    Decoder decoder{Encoding::gb18030};
    EXPECT_EQ(decoder.decode("a\xFF\xB9"), "a\uFFFD\uFFFD");
    EXPECT_EQ(decoder.broken(), 2U);

    Decoder utf8{Encoding::utf8};
    EXPECT_EQ(utf8.decode("a\xFF"), "a\uFFFD");
    EXPECT_EQ(utf8.broken(), 1U);
}

TEST(ParseEncoding, KnowsTheNamesInCpgFilesAndJobFiles)
{
    for (const std::string_view name : {"GBK", "cp936", "936", "ANSI 936", "GB2312", "GB18030"}) {
        EXPECT_EQ(parse_encoding(name), Encoding::gb18030) << name;
    }
    EXPECT_EQ(parse_encoding("UTF-8\r\n"), Encoding::utf8);
    EXPECT_EQ(parse_encoding("65001"), Encoding::utf8);
    EXPECT_EQ(parse_encoding("OEM 936"), Encoding::gb18030);
    EXPECT_EQ(parse_encoding("System"), std::nullopt);
}

} // namespace
} // namespace tenglong::geo
