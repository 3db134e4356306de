/// Codes of languages: ISO 639-1 (two letters) and ISO 639-3 (three).
///
///     ISO639.code("en")  → "en"
///     ISO639.code("deu") → "de"       the shorter of the two codes
///     ISO639.code("ger") → "de"       ISO 639-2 has two codes for some languages
///     ISO639.code("iw")  → "he"       withdrawn codes become today's
///     ISO639.code("yue") → "yue"
///     ISO639.code("xx")  → nil
///
/// Codes for "several", "none" and "unknown" are no languages: `mul`, `zxx`, `und`, `mis`.
/// Source: the code tables of ISO 639-1, 639-2 and 639-3 (2023).
package enum ISO639 {
    /// The code to keep: two letters where there are two, else three; nil for what is no code of a language.
    package static func code(_ text: String) -> String? {
        guard let key = Key(text) else { return nil }
        if let short = aliases[key.number] { return short }
        return key.isShort ? (short[key.number] ? text : nil) : (long[key.number] ? text : nil)
    }

    private static let aliases: [Int: String] = {
        var aliases: [Int: String] = [:]
        for pair in pairs.split(separator: " ") { aliases[Key(pair.dropFirst(2))!.number] = String(pair.prefix(2)) }
        for (old, new) in withdrawn { aliases[Key(old)!.number] = new }
        return aliases
    }()

    private static let short: [Bool] = {
        var known = [Bool](repeating: false, count: Key.space)
        for pair in pairs.split(separator: " ") { known[Key(pair.prefix(2))!.number] = true }
        return known
    }()

    private static let long: [Bool] = {
        var known = [Bool](repeating: false, count: Key.space)
        for group in groups.split(separator: " ") {
            for last in group.dropFirst(2) { known[Key("\(group.prefix(2))\(last)")!.number] = true }
        }
        return known
    }()

    /// Two or three small letters as a number.
    private struct Key {
        static let space = 27 * 27 * 27
        var number = 0
        var isShort: Bool

        init?(_ text: some StringProtocol) {
            guard (2...3).contains(text.utf8.count) else { return nil }
            for byte in text.utf8 {
                guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else { return nil }
                number = number * 27 + Int(byte) - 96
            }
            isShort = text.utf8.count == 2
        }
    }

    private static let withdrawn = [
        "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "scc": "sr", "scr": "hr",
    ]

    /// Two letters, then the three of ISO 639-3 or 639-2.
    private static let pairs = """
        aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bibis \
        bmbam bnben bobod botib brbre bsbos cacat ceche chcha cocos crcre csces cscze cuchu cvchv cycym \
        cywel dadan dedeu deger dvdiv dzdzo eeewe elell elgre eneng eoepo esspa etest eubaq eueus fafas \
        faper ffful fifin fjfij fofao frfra frfre fyfry gagle gdgla glglg gngrn guguj gvglv hahau heheb \
        hihin hohmo hrhrv hthat huhun hyarm hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isice \
        isisl itita iuiku jajpn jvjav kageo kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau \
        kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah \
        mimao mimri mkmac mkmkd mlmal mnmon mrmar msmay msmsa mtmlt mybur mymya nanau nbnob ndnde nenep \
        ngndo nldut nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs papan pipli plpol \
        pspus ptpor quque rmroh rnrun roron rorum rurus rwkin sasan scsrd sdsnd sesme sgsag shhbs sisin \
        skslk skslo slslv smsmo snsna sosom sqalb sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel \
        tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd uzuzb \
        veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhchi zhzho zuzul
        """

    /// Every code of ISO 639-3: two letters, then each third letter that they are followed by.
    private static let groups = """
        aaabcdefghiklnopqrstuwxz ababcdefghijklmnopqrstuvwxyz acabdefhiklmnpqrstuvwxyz \
        adabdefghijlnoqrstuwxyz aeabcdeklmnqrsuwyz afbdeghiknoprstuz agabcdefghijklmnoqrstuvwxyz \
        ahabghiklmnoprst aiabcdefghijklmnopqrtwxy ajaginpsuwz akabcdefghijklmopqrstuvwxyz \
        alacdefhijklmnopqrstuwxyz amabcefghijklmnopqrstuvwxyz anabcdefghijklmnopqrstuvwxyz \
        aoabcdefgijklmnrstuxz apbcdefghijklmnopqrstuvwxyz aqcdgkmnprtz arabcdeghijklnopqrsuvwxyz \
        asabcefghijklmnopqrstuvwxyz atabcdegijklmnopqrstuvwxyz auabcdghijklmnopqrtuwxyz avabdeiklmnostuv \
        awabceghikmnorstuvwxy axbegklmx ayabcdeghiklmnopqrstuz azabdegjmnotz baabcefghjklmnoprsuvwxy \
        bbabcdefghijklmnopqrstuvwxy bcabcdefghijklmnopqrstuvwyz bdabcdefghijklmnopqrstuvwxyz \
        beabcdefghijklmnopqstuvwxyz bfabcdefghijklmnopqrstuwxyz bgabcdefgijklnopqrstuvwxyz \
        bhabcdefghijlmnopqrstuvwxyz biabdefgklmnopqrstuvwxyz bjabcefghijklmnoprstuvwxyz \
        bkacdfghijklmnopqrstuvwxyz blabcdefhijklmnopqrstvwxyz bmabcdefghijklmnopqrstuvwxz \
        bnabcdefgijklmnopqrsuvwxyz boabdefghijklmnopqrstuvwxyz bpacdeghijklmnopqrstuvwxyz \
        bqabcdfghijklmnopqrstuvwxyz brabcdefghijklmnopqrstuvwxyz bsabcefghijklmnopqrstuvwxy \
        btacdefghijmnopqrstuvwxyz buabcdefghijklmnopqstuvwxyz bvabcdefghijklmnopqrtuvwxyz \
        bwabcdefghijklmnopqrstuwxyz bxabcdefghijklmnopqrsuvwz byabcdefghijklmnopqrstvwxz \
        bzabcdefghijklmnopqrstuvwxyz caabcdefghjklmnopqrstvwxyz cbbcdgijklnoqrstuvwy cccdeghjlmopr \
        cdaefhijmnorsyz ceabgknsty cfadgm cgacgk chabcdefghjklmnopqrtuvwxyz ciabcdehkmnprwy cjaehikmnopsvy \
        ckbhlmnoqrstuvxyz clacdehijklmotuwy cmaegilmnorst cnabcghiklopqrstuwx coabcdefghjklmnopqrstuvwxz \
        cpabcginosuxy cqd crabcdefghijklmnoqrstvwxyz csabcdefghijklmnopqrstvwxyz ctacdeghlmnopstuyz \
        cuabchijklopqrtuvwxy cvgn cwabdegt cyabmo czhknot daacdeghijklmnoqrsuvwxz dbabdefgijlmnopqrtuvwy \
        dccr ddadegijnorsw decdefghiklmnpqrsuvz dgabcdeghiklnorstwxz dhdgilmnorsuvwx \
        diabcdfghijklmnopqrsuvwxyz djabcdefijkmnoruw dkagkrsx dlgkmn dmabcdefgklmorsuvwxy dnadegijknortuvwy \
        doabcefhiklnopqrstvwxyz dpp drbcdegilnoqstuy dsbehilnoqz dtabdhikmnoprstuy duabcefghiklmnopqrsuvwxyz \
        dva dwakrsuwyz dyabdgimnouy dzaeglno eaa ebcgkoru ecrsy eee efaei egalmoy ehsu eiptv eja \
        ekaegiklmopry elehiklmoux emabegikmnpqsuwxyz enabcdfghlmnoqruvwx eot epio eraghikorstw \
        eseghiklmnoqstuy etbchnorstuxz eus evehn eweo ext eyao ezae faabdfghijklmnoprstuxyz fbl fcs fer ffim \
        fgr fiaefjlnprtw fkkv flahilnry fmpu fnbgi fodimnrs fpe fqs fracdkmopqrsty fsels fubcdefhijlmnqrtuvy \
        fvr fwae gaabcdefghijklmnopqrstuwxyz gbabdefghijklmnopqrsuvwxyz gccdeflnrt gdabcdefghijklmnoqrstux \
        geabcdfghijklqsvwxyz gfkt ggabdegkltuw ghacehklnorst giabcdeghilmnpqrstuwxyz gjkmnru gkadenopu \
        glabcdeghjkloruvwy gmabdghlmnruvxyz gnabcdeghijklmnoqrtuwz goabcdefghijklmnopqrstuvwxyz gpaen \
        gqainru grabcdghijmnoqrstuvwxyz gseglmnopsw gtau guabcdefghijklmnopqrstuwxz gvacefjlmnoprsy \
        gwabcdefgijmnrtuwx gxx gyabdefgilmnoryz gzain haabcdefghijklmnopqrstuvwxyz hbabnosu hcah hdnsy \
        heabdghimr hgmw hhiry hiabdfghijklnortwx hji hkaehkns hlabdetu hmabcdefghijklmnopqrstuvwyz \
        hnadeghijnosu hoabcdehijlmoprstvwyz hpos hracekmoptuvwxz hsbhlns htiosux hubcdefghijklmnopqrstuvwxyz \
        hvceknv hwaco hyaew iainr ibabdeghlmnoruy icahlr idabcdeiorstu ifabefkmuy igbeglmnosw ihbipw iiin \
        ijcejns ikeikloprstuvwxz ilabegikmopsuv imailnorsty inabdghjlmnopstz ioruw ipiko iquw irehiknruxy \
        isacdeghiklmnortu itabdeiklmorstvwxyz ium ivbv iwkmos ixcl iyaox izhrz jaabcdefhjklmnoqstuvxyz \
        jbeijkmnortuw jcst jdagt jebehiklnrtu jgbeko jhis jiabcdeghilmoqtuvy jjer jkamoprsu jles \
        jmabcdilnrswx jnadgijls jobdgrsw jpanr jqr jrabrtu jsl juabcdhiklmnoprstuwy jvdn jwi jyaey \
        kaabcdefghijklmnopqstuvwxyz kbabcdeghijklmnopqrstuvwxyz kcabcdefghijklmnopqrstuvwxyz \
        kdacdefghijklmnpqrtuwxyz keabcdefghijklmnopqrstuvwxyz kfabcdefghijklmnopqrstuvwxyz \
        kgabefgijklmnopqrstuvwxy khabcdefghjklmnopqrstuvwxyz kiabcdefghijklmnopqrstuvwxyz \
        kjabcdeghijklmnopqrstuvxyz kkabcdefghijklmnopqrstuvwxyz klabcdefghijklmnopqrstuvwxyz \
        kmabcdefghijklmnopqrstuvwxyz knabcdefgijklmnopqrstuvwxyz koacdefghiklmnopqrstuvwyz \
        kpabcdefghijklmnoqrstuvwxyz kqabcdefghijklmnopqrstuvwxyz krabcdefhijklnprstuvwxyz \
        ksabcdefghijklmnopqrstuvwxyz ktabcdefghijklmnopqstuvwxyz kuabcdefghijklmnopqrstuvwxyz \
        kvabcdefghijklmnopqrtuvwxyz kwabcdefghijklmnoprstuvwxyz kxabcdfhijkmnopqrstvwxyz \
        kyabcdefghijklmnopqrstuvwxyz kzabcdefgiklmnopqrsuvwxyz laabcdefghijlmnopqrstuvwxyz \
        lbbcefgijklmnoqrstuvwxyz lccdefhlmpqs ldabdghijklmnopq leabcdefhijklmnopqrstuvwxyz lfan \
        lgabghiklmnoqrtuz lhahilmnpstu liabcdefghjklmnopqrstuvwxyz ljaeilpwx lkabcdehijlmnorstuy \
        llabcdefghijklmnpqsux lmabcdefghijklnopqruvwxy lnabdghijlmnsuwz loabcefghijklmnopqrstuvwxyz lpaenox \
        lqr lracegiklmnortvz lsabcdehilmnoprstvwy ltcghinosuz luabcdefgijklmnopqrstuvwyz lvaiksu \
        lwaeghlmostuw lxm lyagn lzhlnz maabdefghijklmnqrstuvwxz mbabcdefhijklmnopqrstuvwxyz \
        mcabcdefghijklmnopqrstuvwxyz mdabcdefghijklmnpqrstuvwxyz meabcdefhijklmnopqrstuvwyz \
        mfabcdefghijklmnopqrstuvwxyz mgabcdefghijklmnopqrstuvwyz mhabcdefgijklmnopqrstuwxyz \
        miabcdefghijklmnopqrtuwxyz mjbcdeghijklmnopqrstuvwxyz mkabcdefgijklmnopqrstuvwxyz \
        mlabcefghijklmnopqrstuvwxz mmabcdefghijklmnopqrtuvwxyz mnabcdefghijklmnpqrsuvwxyz \
        moacdeghijkmnopqrstuvwxyz mpabcdeghijklmnopqrstuvwxyz mqabcefghijklmnopqrstuvwxyz \
        mrabcdefghijklmnopqrstuvwxyz msabcdefghijklmnopqrsuvwxyz mtabcdefghijklmnopqrstuvwxy \
        muabcdeghijkmopqrstuvxyz mvabdefghiklnopqrstuvwxyz mwabcefghiklmnopqrstuvwz \
        mxabcdefghijklmnopqrstuvwxyz myabcefghjklmoprsuvwxyz mzabcdeghijklmnopqrstuvwxyz \
        naabcefgjklmnopqrstuvwxyz nbabcdeghijklmnopqrstuvwy ncabcdefghijklmnoqrstuxz \
        ndabcdefghijklmnopqrstuvwxyz neabcdefghijkmnopqrstuvwxyz nfadlru ngabcdeghijklmnpqrstuvwxyz \
        nhabcdefghikmnopqrtuvwxyz niabdefghijklmnoqrstuvwxyz njabdhijlmnorstuxyz nkabcdefghijkmnopqrstuvwxz \
        nlacdegijklmoquvwxyz nmabcdefghijklmnopqrstuvwxyz nnabcdefghijklmnopqrtuvwyz \
        noabcdefghijklmnpqrstuvwyz npabghilnosuxy nqgklmnoqty nrabcefgiklmnprtuxz \
        nsabcdefghiklmnopqrstuvwxyz ntdegijkmopruwxyz nuacdefghijklmnopqrstuvwxyz nvhmo nwabcegimorwxy \
        nxadegiklmnoqrx nyabcdefghijklmnopqrstuvwxy nzabdikmsuyz oaacrv obiklmortu ocahimou odaktu ofosu \
        ogbcegou ohtu oiaen ojbcgipsvw okabcdeghijklmnorsuvxz oladekmortu omabcgiklnoprtuwxy \
        onabegijknoprstuwx oodgnrs opakmoty oraceghimnorstuvwxyz osacinopstux otabdeiklmnqrstuwxyz ouabeim \
        ovd owil oybdmy ozm pabcdefghiklmnopqrsuvwxyz pbbcefghilmnoprstuvy pcabcdefghijklmnpw pdacinotu \
        peabdefghijklmopqsvxyz pfael pgadgiklnsuz phadghjklmnoqrtuvw piabcdefghjlmnoprstuvwxyz pjt \
        pkabcghnoprstu plabcdeghijklnoqrstuvwyz pmabdefhijklmnoqrstwxyz pnabcdeghijklmnopqrstuvwxyz \
        pocefghiklmnopqrstvwxy ppeiklmnopqstu pqam prcdefghiklmnopqrstuwxz psacdeghilmnopqrstuwy \
        ptahinopqrtuvwy puabcdefgijmopqrstuwxy pwabgimnorw pxm pyemnsuxy pzhn quabcdefghiklmnpqrsvwxyz \
        qvacehijlmnopswyz qwachmst qxachlnopqrstuw qyap raabcdfghijklmnopqrstuvwxyz rbbklp rcf rdb \
        reabegijlmnrsty rgaeknrsu rhgp riabflmnrtu rjgis rkabhimtw rmabcdefghiklmnopqstuvwxyz rnbdglnprw \
        robcdefghlmnopruw rpnt rriot rsbklmn rtchmsw rubcefghiknopqstuyz rwaklmor rxdw rynsu rzh \
        saabcdefghjkmnoqrstuvwxyz sbabcdefghijklmnopqrstuvwxyz scbefghiklnopqstuvwx sdabcefghjklnopqrstuxz \
        seabcdefghijklnopqrstuvwyz sfbemsw sgabcdeghijkmprstuwxyz shabcdeghijklmnopqrstuvwxyz \
        siabdefghijklmnpqrsuvwxyz sjabdegklmnoprstuw skabcdefghijmnopqrstuvwxyz slcdefghijklmnpqrstuvwxyz \
        smabcefghjklmnopqrstuvwxyz snacdefgijklmnopqrsuvwxyz soabcdeghijklmopqrstuvwxyz \
        spabcdegiklmnopqrstuvxy sqahikmnoqrstux srabcdefghiklmnopqrstuvwxyz ssbcdefghijklmnopqrstuvwxyz \
        stabdefghijklmnopqrstuvwy suabcegijknoqrstvwxyz svabcekmsx swabcefghijklmnopqrstuvwxy \
        sxbcegklmnorsuw syabciklmnorswxy szabcdeglnpsvwy taabcdefghjklmnopqrstuvwxyz \
        tbacdefghijklmnoprstuvwxyz tcabcdefghiklmnopqstuwxyz tdabcdefghijklmnoqrstvxy \
        teabcdefghiklmnopqrstuvwxyz tfinort tgabcdefhijklnopqrstuvwxyz thadefhiklmnpqrstuvyz \
        tiacfghijklmnopqrstuvwxyz tjagijlmnopsuw tkabdefglmnpqrstuvwxz tlabcdfghijklmnopqrstuvxy \
        tmabcdefghijklmnoqrstuvwyz tnabcdghiklmnopqrstuvwxyz tobcdfghijklmnopqrsuvwxyz \
        tpacefgijklmnopqrtuvwxyz tqblmnopqrtuw trabcdefghijlmnopqrstuvwxyz tsabcdeghijklmnopqrstuvwxyz \
        ttabcdefghijklmnopqrstuvwyz tuabcdefghijklmnoqrsuvxyz tvadeklmnostuwxy twabcdefghilmnopqrtuwxy \
        txabceghijmnoqrstuxy tyaehijlnprstuvxyz tzahjlmnox uamnr ubailruy udaegijlmu ues ufi ugabehnoy uhan \
        uigsv uji ukaghiklpqrsuvwy ulabcefiklmnuw umabcdgimnoprsu unaegikmnruxz uon upiv \
        urabcdefghiklmnoprtuvwxyz usahikpsu utaehpru uumru uvehl uwa uya uzbns vaaefghijlmnoprsuvy vbbk \
        vecdlmnopr vgrt vicdefglnstv vkajklmnoptuz vlps vmabcdefghijklmpqrsuvwxyz vnkmp volrt vraost vsilv \
        vto vumnt vwa waabcdefghijlmnopqrstuvwxyz wbabefhijklmpqrstvw wcai wddgjktuy weacdghimoprstuw wfg \
        wgabgiouy whagku wibcefghijklmnruvy wjai wkabdlruwy wlaceghiklmnorsuvwxy wmabcdeghimnostwx \
        wnbcdegikmnopuwy woabcdefgiklmnorswy wpc wrbghiklmnoprsuvwxyz wsagikrsuv wtfhikmw wuabdhlmnrtuvxy \
        wwaborw wxaw wybimnry xaabcdegijklmnopqrstuvwy xbbcdegijmnoprwy xcbceghlmnortuvwy xdackmoqy \
        xebdglmprstu xfa xgabdfgilmruw xhacdemortuv xibilnrsvy xjbt xkabcdefgijklnopqrstuvwxyz \
        xlabcdeginopsuy xmabcdefghjklmnopqrstuvwxyz xnabghijkmnoqrstuyz xocdgikmnoprw \
        xpabcdefghijklmnopqrstuvwxyz xqat xrabdegimnrtuw xsabcdehijlmnopqrsuvy xtabcdeghijlmnopqrstuvwy \
        xuabdgjlmnoprtu xveinos xwacdegjklortw xxbkmrt xyabjklty xzhmp yaabcdefghijklmnopqrstuvwxyz \
        ybabehijklmnoxy ychlnp ydadegk yeaceijlrstuvy ygailmprsuw yhadls yiadfghijklmnpqrstuvxz \
        ykagiklmnortuy ylabegilmnoruy ymbcdeghiklmnopqrsxz ynadegklnoqsu yobgiklmnrtxy ypabghmnopz \
        yrabeklmnoswy yscdglmnoprsy ytalpwy yuabcdefgijklmnpqrtwxyz yvat ywaglnqrtuw yxaglmuy yyruz yzgk \
        zaabcdefghijklmopqrstuvwxyz zbaceltuw zcadh zdj zeaghn zgabhmnr zhabdinow ziabklmnwz \
        zkabdghknoprtuvz zlajmnq zmabcdefghijklmnopqrstuvwxyz znaegks zochmoqrs zpabcdefghijklmnopqrstuvwxyz \
        zqe zragnops zsaklmru zteglmnpqstuxy zuahlmny zwa zybgjnp zzaj
        """
}
