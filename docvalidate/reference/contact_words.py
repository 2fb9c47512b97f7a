"""The words before a telephone number, an e-mail address, a person or a tax number, in many languages; by hand.

Each entry is a regular expression on text in capitals without accents. A label must lead to a number (or the like) to
count: `TEL AVIV` is a city.
"""

from functools import cache
from re import IGNORECASE, Pattern, compile, sub

from .scripts import EAST_ASIAN_SIGN

PHONE = (
    r"TEL(?:EPHONE|EFON|EFONO|EFONE|EPHON)?S?|T[EÉ]L(?:[EÉ]PHONE|[EÉ]FONO)?|PHONES?|"
    r"PH|FONE|TLF|TLFN|TFNO|TFN|MOB(?:ILE|IL)?|CELL(?:ULAR|PHONE)?|CEL(?:ULAR)?|GSM|"
    r"HP|HANDPHONE|WHATSAPP|ТЕЛ|电话|電話|联系电话|手机|手機|전화|연락처|โทร"
)
FAX = r"FAX|TELEFAX|FACSIMILE|FAKS|传真|傳真|팩스|ファックス|แฟกซ์"
SHORT_PHONE = r"[TPM](?=[.:]|\s*[+(])"
SHORT_FAX = r"F(?=[.:]|\s*[+(])"
EMAIL = (
    r"E\s?-?\s?MAILS?|MAIL|E-?POSTA?|E-?POST|CORREO(?:\s+ELECTR[OÓ]NICO)?|COURRIEL|电子邮箱|"
    r"电子邮件|電子郵件|邮箱|邮件|メール|이메일"
)
WEB = r"WEB(?:\s?SITE)?|HOMEPAGE|URL|网址"
PERSON = (
    r"ATTN|ATTENTION|ATT|KIND\s+ATTN|CONTACT(?:\s+(?:PERSON|NAME))?|PIC|P\.I\.C\.?|"
    r"CONTACTO|CONTATO|ANSPRECHPARTNER|ZU\s+H[AÄ]NDEN|Z\.?\s?HD\.?|"
    r"A\s+L'ATTENTION\s+DE|A/A|ILGILI(?:\s+KISI)?|联系人|聯絡人|联络人|收件人|担当者?|담당자?"
)
EXTENSION = r"EXTENSION|EXTN|EXT|X|ANEXO|RAMAL|INT|DAHILI|转|分机|內線|内線"

# Label as printed (pattern) and what it is called. A label of the last line says no more than "tax number".
TAX_LABELS: tuple[tuple[str, str], ...] = (
    (r"USCI|USCC|UNIFIED SOCIAL CREDIT (?:CODE|IDENTIFIER)|统一社会信用代码|統一社會信用代碼", "USCI"),
    (r"EIN|FEIN|FEDERAL TAX ID|IRS", "EIN"),
    (r"CNPJ(?:/MF)?", "CNPJ"),
    (r"CPF", "CPF"),
    (r"INSC(?:RICAO|RIÇÃO)?\.?\s*EST(?:ADUAL)?|I\.?E\.?(?=\s*[:\d])", "IE"),
    (r"EORI", "EORI"),
    (r"RUC|R\.U\.C\.?", "RUC"),
    (r"NIT|N\.I\.T\.?", "NIT"),
    (r"RFC|R\.F\.C\.?", "RFC"),
    (r"RUT|R\.U\.T\.?", "RUT"),
    (r"CUIT|C\.U\.I\.T\.?", "CUIT"),
    (r"NIF|N\.I\.F\.?", "NIF"),
    (r"CIF|C\.I\.F\.?", "CIF"),
    (r"NIP", "NIP"),
    (r"REGON", "REGON"),
    (r"KRS", "KRS"),
    (r"ABN|A\.B\.N\.?", "ABN"),
    (r"ACN|A\.C\.N\.?", "ACN"),
    (r"NZBN", "NZBN"),
    (r"GSTIN", "GSTIN"),
    (r"GST(?:\s+REG)?", "GST"),
    (r"PAN", "PAN"),
    (r"IEC", "IEC"),
    (r"CIN", "CIN"),
    (r"KVK", "KVK"),
    (r"BTW", "BTW"),
    (r"NPWP", "NPWP"),
    (r"PIN", "PIN"),
    (r"TIN", "TIN"),
    (r"BIN", "BIN"),
    (r"BN|BUSINESS NUMBER", "BN"),
    (r"VKN|VERGI(?:\s+(?:KIMLIK))?|V\.?D\.?\s*NO", "VKN"),
    (r"ORG\.?", "ORG"),
    (r"CVR", "CVR"),
    (r"SIRET", "SIRET"),
    (r"SIREN", "SIREN"),
    (r"HRB|HRA", "HRB"),
    (r"UST-?\s?ID(?:-?NR)?|UID|VAT(?:\s+REG(?:ISTRATION)?)?|TVA|IVA|MWST|VAT\s+ID|P\.?\s?IVA|PARTITA\s+IVA", "VAT"),
    (r"STEUER(?:-?NR|NUMMER)", "STEUERNR"),
    (r"TRN", "TRN"),
    (r"CRN|C\.?R\.?(?=\s*NO)|COMPANY REG(?:ISTRATION)?", "CRN"),
    (r"UEN", "UEN"),
    (r"BRN|BUSINESS REG(?:ISTRATION)?|사업자등록번호", "BRN"),
    (r"MST|MA SO THUE|MÃ SỐ THUẾ", "MST"),
    (r"INN|ИНН", "INN"),
    (r"LEI", "LEI"),
    (r"D-?U-?N-?S", "DUNS"),
    (r"ACID", "ACID"),
    (r"RC", "RC"),
    (r"SCAC", "SCAC"),
    (r"FMC", "FMC"),
    (r"CHB", "CHB"),
    (r"FIRMS", "FIRMS"),
    (r"TAX(?:PAYER)?(?:\s+(?:REG(?:ISTRATION)?|PAYER))?(?:\s+ID(?:ENTIFICATION)?)?|FISCAL(?:\s+ID)?|税号|稅號", "TAX"),
)  # fmt: skip
ANY_TAX_LABEL = "TAX"

# In scripts without spaces a label may follow any sign, and any sign may follow a number.
_BEFORE = rf"(?:(?<![^\W_])|(?={EAST_ASIAN_SIGN}))"
_BEHIND = rf"(?!(?!{EAST_ASIAN_SIGN})[^\W_])"


def _broken(labels: str) -> str:
    """The labels with a line break allowed between any two signs: 电 / 话 is a telephone."""
    return sub(rf"(?<={EAST_ASIAN_SIGN})(?={EAST_ASIAN_SIGN})", r"\\s*", labels)


@cache
def tax_pattern() -> Pattern[str]:
    """A label of a tax number and the number, of five figures or more; groups are named L0, L1 … and `number`."""
    labels = "|".join(f"(?P<L{index}>{_broken(label)})" for index, (label, _) in enumerate(TAX_LABELS))
    word = r"(?:\s*(?:NO|NUMBER|NR|NUM|N|CODE|ID|#|号|番号))?"
    return compile(
        rf"{_BEFORE}(?:{labels}){word}(?![^\W\d_])[\s.:#+=)]*"
        r"(?P<number>(?:[A-Z]{1,5}[ -]?)?\d[A-Z\d]*(?:[.\-/ \n]{1,2}\d[A-Z\d]*|[.\-/][A-Z\d]+)*(?:[ -]K)?)"
        rf"{_BEHIND}",
        IGNORECASE,
    )


@cache
def phone_pattern() -> Pattern[str]:
    """A label and a number of six figures or more; group `fax`, `phone` and `both` say which label stood there."""
    number_word = r"(?:[ \t]*(?:NO|NUMBER|NR|NUM|NUMERO))?"
    phone, fax = _broken(PHONE), _broken(FAX)
    return compile(
        rf"{_BEFORE}(?P<label>(?:(?P<phone>{phone}|{SHORT_PHONE})|(?P<fax>{fax}|{SHORT_FAX}))"
        rf"(?:\s*[/&,+-]\s*(?:(?P<and_fax>{fax})|(?P<and_phone>{phone})))?)(?![^\W\d_]){number_word}"
        r"[\s.:#=\-]*(?P<number>(?:\(?\s?\+\s?|\()?\d[\d\s().\-/+–,;]*\d)"
        rf"(?P<extension>[ \t,]*(?:{EXTENSION})[ .:]*\d{{1,6}}(?!\d))?{_BEHIND}",
        IGNORECASE,
    )


@cache
def person_pattern() -> Pattern[str]:
    """A label before a person or department; it is one only at the start of a line or with a colon."""
    return compile(rf"{_BEFORE}(?:{_broken(PERSON)})(?![^\W_])(?P<sign>\s*[.:]+|[ \t]+)\s*(?=\S)", IGNORECASE)


@cache
def company_pattern() -> Pattern[str]:
    """The words that make a company of a name in the scripts without spaces."""
    return compile(_broken(r"公司|会社|會社|회사|有限|株式|集团|集團|工厂|工廠"))


@cache
def email_pattern() -> Pattern[str]:
    """An address for mail, with its label if there is one; a break after the @ does not matter."""
    mailbox, label = rf"(?:(?!{EAST_ASIAN_SIGN})[\w.+%&'-])+", rf"(?:(?!{EAST_ASIAN_SIGN})[\w-])+"
    return compile(
        rf"(?:{_BEFORE}(?:{_broken(EMAIL)})(?:\s+(?:ID|ADDRESS|TO))?[\s.:]*)?"
        rf"(?P<number>{mailbox}@\n?{label}(?:\.{label})+)",
        IGNORECASE,
    )


@cache
def web_pattern() -> Pattern[str]:
    """The address of a website, with its label if there is one."""
    return compile(
        rf"(?:{_BEFORE}(?:{_broken(WEB)})[\s.:]*)?(?P<number>(?:https?://|www\.)(?:(?!{EAST_ASIAN_SIGN})[^\s,;])+)",
        IGNORECASE,
    )
