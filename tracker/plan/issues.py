"""What a provision is about: our issue codes, each with its limits and where it maps in PA-X and PAM."""

# long because: one entry per issue code; a table split over files could not be read as one.

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

Scheme = Literal["pa-x", "pam"]
Match = Literal["exact", "close", "broad", "narrow", "related", "none"]
"""As in SKOS: `broad` is a wider category of the other scheme, `narrow` a narrower one."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where an issue stands in another scheme. `none` with no codes: the scheme has no home for it."""

    scheme: Scheme
    codes: tuple[str, ...]
    match: Match
    verified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue code: what it covers, what it does not, and its mappings (an empty one: not known)."""

    code: str
    title: str
    includes: str
    excludes: str
    pax: tuple[Mapping, ...]
    pam: tuple[Mapping, ...]

    @property
    def description(self) -> str:
        """Title and limits in one line."""
        return f"{self.title}: {self.includes}." + (f" Not: {self.excludes}." if self.excludes else "")


def _pax(match: Match, *codes: str, note: str = "") -> tuple[Mapping, ...]:
    """A mapping to PA-X, checked in its codebook."""
    return (Mapping("pa-x", codes, match, True, note),)


def _pam(*codes: str, match: Match = "related") -> tuple[Mapping, ...]:
    """A mapping to PAM. Names are recalled, kinds of match not assessed: `related` claims least."""
    return (Mapping("pam", codes, match, False, "name recalled, not checked against PAM"),) if codes else ()


_NO_PAM = (Mapping("pam", (), "none", False, "no category known"),)
_CIVIL_WARS = "built for civil wars: no category for it"

_ALL = (
    # sovereignty and territory
    Issue(
        "sov.affirm",
        "Sovereignty statement",
        "a party's sovereignty or independence is confirmed",
        "whose territory is whose (sov.territory)",
        _pax("broad", "StGen"),
        _pam(),
    ),
    Issue(
        "sov.territory",
        "Status of territory",
        "status or recognition of a territory, by law or in fact",
        "the line itself (sov.line); joining an organisation (int.accession)",
        _pax("related", "StInd", "StUni", "StCon"),
        _pam("Right of Self-Determination"),
    ),
    Issue(
        "sov.line",
        "Border or line of contact",
        "where a border or line of contact runs, and what kind of line it is",
        "recognition of what lies behind it (sov.territory); zones along it (sec.demil_zone)",
        _pax("related", "StBor", "StXbor"),
        _pam("Boundary Demarcation"),
    ),
    Issue(
        "sov.no_force_change",
        "No change by force",
        "lines or territory are not to be changed by force",
        "a general pledge of non-aggression (sec.non_aggression)",
        _pax("none", note=_CIVIL_WARS),
        _NO_PAM,
    ),
    Issue(
        "sov.constitution",
        "Constitutional change",
        "something is written into, or taken out of, a constitution",
        "ordinary laws, which go with their subject",
        _pax("exact", "Cons", "ConRen"),
        _pam("Constitutional Reform"),
    ),
    Issue(
        "sov.referendum",
        "Popular vote",
        "a vote of the people on a status or on the deal",
        "elections to office (pol.elections)",
        _pax("exact", "StRef", "ImRef", note="StRef: on a status; ImRef: on the deal"),
        _pam("Independence Referendum", "Ratification Mechanism"),
    ),
    # security
    Issue(
        "sec.ceasefire",
        "Ceasefire",
        "the end of fighting: when, where, under whose eyes",
        "lasting pledges not to attack (sec.non_aggression)",
        _pax("exact", "Ce", note="with CeProv and CeGen below it"),
        _pam("Cease Fire"),
    ),
    Issue(
        "sec.non_aggression",
        "Non-aggression",
        "a pledge not to attack, invade or threaten",
        "a ban on changing lines by force (sov.no_force_change)",
        _pax("related", "CeGen"),
        _pam(),
    ),
    Issue(
        "sec.guarantee",
        "Security guarantee",
        "others vouch for a party's security: who, how, on what terms",
        "alliance membership (sec.alliance); how a guarantee is lost (imp.enforcement)",
        _pax("broad", "SsrGua", note="a residual bin, security in general: no sign of a guarantee by itself"),
        _pam(),
    ),
    Issue(
        "sec.force_cap",
        "Limit on armed forces",
        "size, equipment or posture of a party's regular forces",
        "irregular forces (sec.irregulars); nuclear arms (sec.arms_nuclear)",
        _pax("broad", "SsrArm"),
        _pam("Military Reform"),
    ),
    Issue(
        "sec.alliance",
        "Alliance membership",
        "joining or enlarging an alliance, neutrality",
        "membership of other organisations (int.accession)",
        _pax("none", note=_CIVIL_WARS),
        _NO_PAM,
    ),
    Issue(
        "sec.foreign_forces",
        "Foreign forces",
        "stationing, withdrawal or a ban of foreign forces and their equipment",
        "a mission that keeps or watches the peace (sec.mission)",
        _pax("narrow", "SsrFf", note="removal of foreign forces only, not a ban on stationing them later"),
        _pam("Withdrawal of Troops"),
    ),
    Issue(
        "sec.demil_zone",
        "Demilitarised zone",
        "buffer and demilitarised zones, disengagement along a line",
        "withdrawal without a zone (sec.foreign_forces)",
        _pax("related", "DdrDemil", "CeProv"),
        _pam("Demobilization", "Withdrawal of Troops"),
    ),
    Issue(
        "sec.mission",
        "Peace mission",
        "peacekeepers and observers sent to keep or watch the peace",
        "monitoring without a mission (imp.monitoring); forces of an ally (sec.foreign_forces)",
        _pax("exact", "ImPK"),
        _pam("UN Peacekeeping Force", "Regional Peacekeeping Force"),
    ),
    Issue(
        "sec.arms_nuclear",
        "Nuclear status and arms control",
        "non-nuclear status, arms control treaties",
        "control of a power plant (eco.nuclear_plant); numbers of troops (sec.force_cap)",
        _pax("none", note=_CIVIL_WARS),
        _pam("Arms Embargo"),
    ),
    Issue(
        "sec.ddr",
        "Disarmament and reintegration",
        "fighters lay down arms, are demobilised and return to civil life",
        "limits on a standing army (sec.force_cap)",
        _pax("exact", "SsrDdr"),
        _pam("Disarmament", "Demobilization", "Reintegration"),
    ),
    Issue(
        "sec.irregulars",
        "Irregular forces",
        "rebel, paramilitary and para-state forces",
        "regular armies (sec.force_cap)",
        _pax("exact", "SsrPsf"),
        _pam("Paramilitary Groups"),
    ),
    Issue(
        "sec.police",
        "Policing",
        "police: reform, presence, who polices what",
        "terrorism (sec.terror)",
        _pax("exact", "SsrPol"),
        _pam("Police Reform"),
    ),
    Issue(
        "sec.terror",
        "Terrorism",
        "terrorism and its prevention",
        "policing in general (sec.police)",
        _pax("exact", "Terr"),
        _pam(),
    ),
    Issue(
        "sec.dialogue",
        "Security talks",
        "standing talks or working groups on security",
        "bodies that run the agreement (imp.monitoring, imp.disputes)",
        _pax("none", note=_CIVIL_WARS),
        _NO_PAM,
    ),
    # people
    Issue(
        "hum.prisoners",
        "Exchange of prisoners",
        "prisoners of war and the dead are exchanged or released",
        "hostages, civilians held and children (hum.detainees_children)",
        _pax("close", "TjPrire", note="leaves out hostages"),
        _pam("Prisoner Release"),
    ),
    Issue(
        "hum.detainees_children",
        "Civilians and children returned",
        "civilians held, hostages, and children are returned",
        "prisoners of war (hum.prisoners); families and the displaced (hum.family_displaced)",
        _pax("related", "GCh", "Prot"),
        _pam("Children's Rights"),
    ),
    Issue(
        "hum.family_displaced",
        "Families and displaced people",
        "families are reunited, displaced people return",
        "children taken or held (hum.detainees_children)",
        _pax("close", "GRef", "GeFa"),
        _pam("Refugees", "Internally Displaced Persons"),
    ),
    Issue(
        "hum.aid",
        "Relief and protection",
        "relief for victims, protection of civilians",
        "rebuilding (eco.reconstruction); compensation (jus.claims)",
        _pax("close", "DevHum", "ProtCiv"),
        _pam(),
    ),
    # justice
    Issue(
        "jus.amnesty",
        "Amnesty",
        "amnesty granted, or ruled out: the typed terms say which",
        "giving up claims for damages (jus.claims)",
        _pax(
            "exact",
            "TjAm",
            "TjAmPro",
            "TjAmBan",
            note="until v3 a ban on amnesty scored as amnesty too (TjAmBan came later): code the polarity",
        ),
        _pam("Amnesty"),
    ),
    Issue(
        "jus.courts",
        "Accountability",
        "courts, tribunals and truth bodies for acts in the war",
        "amnesty (jus.amnesty)",
        _pax("exact", "TjCou", "TjMech"),
        _pam("Truth or Reconciliation Mechanism"),
    ),
    Issue(
        "jus.claims",
        "Claims and compensation",
        "compensation, reparations, or a waiver of claims",
        "amnesty for crimes (jus.amnesty); use of frozen assets (eco.frozen_assets)",
        _pax("close", "TjRep", "TjRMa"),
        _pam("Reparations", "Commission to Address Damage"),
    ),
    # politics
    Issue(
        "pol.elections",
        "Elections",
        "elections to office: deadline, conduct, observation",
        "votes on a status or the deal (sov.referendum)",
        _pax("exact", "Ele", "ElecComm"),
        _pam("Electoral/Political Party Reform"),
    ),
    Issue(
        "pol.autonomy",
        "Autonomy",
        "autonomy, decentralisation, self-government of a region",
        "which state a region belongs to (sov.territory)",
        _pax("exact", "Terps", "TpsAut"),
        _pam("Decentralization", "Territorial Powersharing"),
    ),
    Issue(
        "pol.power_sharing",
        "Power sharing",
        "power sharing in the central state, transitional government",
        "power of a region (pol.autonomy)",
        _pax("exact", "Polps"),
        _pam("Powersharing Transitional Government"),
    ),
    Issue(
        "pol.minorities",
        "Minorities, language, religion",
        "rights of minorities, languages and churches",
        "schooling and media (pol.education_media); human rights at large (pol.rights)",
        _pax("close", "GRa", "GRe", "SerCult", "LaCH"),
        _pam("Minority Rights", "Official Languages"),
    ),
    Issue(
        "pol.education_media",
        "Education and media",
        "school programmes, tolerance, media",
        "language rights (pol.minorities)",
        _pax("close", "SerEdu", "Med"),
        _pam("Education Reform", "Media Reform"),
    ),
    Issue(
        "pol.rights",
        "Human rights",
        "human rights in general and international standards of them",
        "rights of women (pol.gender) and of minorities (pol.minorities)",
        _pax("exact", "HrGen", "HrBor"),
        _pam("Human Rights"),
    ),
    Issue(
        "pol.gender",
        "Women and gender",
        "rights and participation of women",
        "families reunited (hum.family_displaced)",
        _pax("exact", "GeWom"),
        _pam("Women's Rights"),
    ),
    # integration
    Issue(
        "int.accession",
        "Accession to an organisation",
        "joining a union or organisation that is no alliance, and market access on the way",
        "alliances (sec.alliance); union of two states (sov.territory)",
        _pax("none", note="not StUni, which is union with another state"),
        _NO_PAM,
    ),
    # economy
    Issue(
        "eco.reconstruction",
        "Reconstruction",
        "rebuilding, development, investment in it",
        "the money and its vehicles (eco.funds)",
        _pax("exact", "Dev", "DevInfra"),
        _pam("Economic and Social Development"),
    ),
    Issue(
        "eco.funds",
        "Funds and finance",
        "donor money, funds, vehicles and the shares in them",
        "immobilised state assets (eco.frozen_assets)",
        _pax("close", "IntFu", "BanInt"),
        _pam("Donor Support"),
    ),
    Issue(
        "eco.frozen_assets",
        "Frozen assets",
        "immobilised assets of a state: kept, released or put to use",
        "other money (eco.funds)",
        _pax("none", note=_CIVIL_WARS),
        _NO_PAM,
    ),
    Issue(
        "eco.sanctions",
        "Sanctions",
        "sanctions on a state: relief, schedule, return",
        "blacklisting of persons as part of justice after a war (jus.courts)",
        _pax("none", note="TjSan is only related: blacklisting of persons in transitional justice"),
        _NO_PAM,
    ),
    Issue(
        "eco.cooperation",
        "Economic cooperation",
        "trade, business and investment deals, a return to the world economy",
        "sanctions relief (eco.sanctions); resources (eco.resources_energy)",
        _pax("broad", "Bus"),
        _pam(),
    ),
    Issue(
        "eco.resources_energy",
        "Resources and energy",
        "minerals, gas, and who gets the output of a plant",
        "control of a nuclear plant (eco.nuclear_plant)",
        _pax("close", "NatRes"),
        _pam("Natural Resource Management"),
    ),
    Issue(
        "eco.nuclear_plant",
        "Control of a nuclear plant",
        "who runs, owns and supervises a plant, and who gets its electricity",
        "nuclear weapons (sec.arms_nuclear)",
        _pax("related", "DevInfra", note="infrastructure in general: a loose fit"),
        _pam(),
    ),
    Issue(
        "eco.navigation",
        "Navigation and transport",
        "rivers, seas, grain routes",
        "trade deals (eco.cooperation)",
        _pax("related", "Wat", note="water in general: a loose fit"),
        _pam(),
    ),
    # carrying it out
    Issue(
        "imp.legal_force",
        "Legal force",
        "whether the agreement binds in law, ratification",
        "votes of the people on it (sov.referendum)",
        _pax("none", note="no category of its own"),
        _pam("Ratification Mechanism"),
    ),
    Issue(
        "imp.monitoring",
        "Monitoring",
        "monitoring, verification, the body that oversees",
        "peace missions (sec.mission); penalties (imp.enforcement)",
        _pax("related", "ImE"),
        _pam("Verification/Monitoring Mechanism"),
    ),
    Issue(
        "imp.enforcement",
        "Enforcement",
        "penalties, forfeiture, what follows a breach",
        "relief from sanctions (eco.sanctions)",
        _pax("close", "ImE"),
        _pam(),
    ),
    Issue(
        "imp.disputes",
        "Dispute settlement",
        "a body or procedure for disputes about the agreement; old disputes settled",
        "courts for acts in the war (jus.courts)",
        _pax("related", "ImE"),
        _pam("Dispute Resolution Committee"),
    ),
    Issue(
        "imp.sequence",
        "Order and timetable",
        "the order of steps, a timetable, entry into effect",
        "how the fighting stops (sec.ceasefire)",
        _pax("none", note="no category of its own"),
        _pam("Detailed Timeline"),
    ),
    Issue(
        "imp.review",
        "Review and amendment",
        "the agreement is reviewed, extended or amended",
        "disputes about it (imp.disputes)",
        _pax("none", note="no category of its own"),
        _pam("Review of Agreement"),
    ),
)

ISSUES: dict[str, Issue] = {issue.code: issue for issue in _ALL}


def _known(value: str) -> str:
    if value in ISSUES:
        return value
    near = get_close_matches(value, ISSUES, n=1, cutoff=0.6)
    raise PydanticCustomError(
        "unknown-issue",
        "`{value}` is not a known issue",
        {"value": value, "what": "issue", "near": near[0] if near else "", "known": len(ISSUES)},
    )


IssueCode = Annotated[
    str,
    AfterValidator(_known),
    WithJsonSchema(
        {
            "type": "string",
            "enum": list(ISSUES),
            # editors show these beside the codes; validators skip a keyword they do not know
            "markdownEnumDescriptions": [issue.description for issue in _ALL],
        }
    ),
]
