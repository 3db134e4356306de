import Hub

/// The family a model belongs to: what its configuration calls `model_type`, else the tag that is such a name, else what
/// its GGUF file says.
///
///     config.model_type "xlm-roberta"           → "xlm-roberta"
///     tags ["transformers", "llama", "en"]      → "llama"
///     gguf.architecture "qwen2"                 → "qwen2"
///     tags ["stable-diffusion-xl"]              → "stable-diffusion-xl"
///     config.model_type "My Model Type!"        → nil
package enum Architectures {
    static func read(_ record: ModelRecord, marks: TagMarks) -> String? {
        let stated =
            record.config?.modelType?.lowercased() ?? marks.architecture ?? record.gguf?.architecture?.lowercased()
        return stated.flatMap { Word.isSimple($0) ? $0 : nil }
    }

    /// Families that are mixtures of experts, by their names: "mixtral", "qwen2_moe".
    static func areMixtures(_ family: String) -> Bool {
        family.contains("moe") || mixtures.contains(family)
    }

    private static let mixtures: Set<String> = [
        "mixtral", "dbrx", "grok-1", "deepseek_v2", "deepseek_v3", "jamba", "arctic", "switch_transformers", "gpt_oss",
        "llama4",
        "kimi_k2", "minimax_m2", "bailing_moe",
    ]

    static let known = Set(
        """
        albert align altclip aria arctic aya_vision baichuan bailing_moe bark bart beit bert big_bird bigbird_pegasus biogpt bit blenderbot \
        blenderbot-small blip blip-2 bloom bridgetower camembert canine chameleon chatglm chinese_clip clap clip \
        clip_vision_model clipseg clvp codegen cohere cohere2 conditional_detr convbert convnext convnextv2 cpmant cvt dac \
        data2vec-audio data2vec-text data2vec-vision dbrx deberta deberta-v2 decision_transformer deepseek_v2 deepseek_v3 \
        deformable_detr deit depth_anything deta detr dinat dinov2 dinov3_vit distilbert donut donut-swin dpr dpt efficientnet \
        electra encodec encoder-decoder ernie ernie_m esm exaone exaone4 falcon falcon_h1 falcon_mamba flan-t5 flaubert flava fnet \
        focalnet florence2 fsmt funnel fuyu gemma gemma2 gemma3 gemma3_text gemma3n gemma4 git glm glm4 glm4_moe glpn gpt2 \
        gpt_bigcode gpt_neo gpt_neox gpt_neox_japanese gpt_oss gptj granite granitemoe graphormer grounding-dino groupvit hiera \
        hubert hunyuan ibert idefics idefics2 idefics3 imagegpt informer instructblip internlm internlm2 internvl_chat jamba \
        jukebox kimi_k2 kosmos-2 layoutlm layoutlmv2 layoutlmv3 lfm2 led levit lilt llama llama4 llava llava_next llava_onevision \
        longformer longt5 luke lxmert m2m_100 mamba mamba2 marian markuplm mask2former maskformer mbart mega megatron-bert mgp-str \
        minicpm minicpmv mistral mistral3 mixtral mllama mobilebert mobilenet_v1 mobilenet_v2 mobilevit mobilevitv2 modernbert \
        moonshine moshi mpnet mpt mra mt5 musicgen musicgen_melody mvp nanochat_gpt nemotron nezha nllb-moe nystromformer olmo \
        olmo2 olmo3 olmoe oneformer openai-gpt openelm opt owlv2 owlvit paligemma patchtsmixer patchtst pegasus pegasus_x \
        perceiver persimmon phi phi-msft phi3 phi3_v phi4mm phimoe phobert pix2struct pixtral plbart poolformer pop2piano \
        prophetnet pvt qdqbert qwen qwen2 qwen2_5_vl qwen2_audio qwen2_moe qwen2_vl qwen3 qwen3_5 qwen3_5_moe qwen3_moe qwen3_next \
        qwen3_vl recurrent_gemma reformer regnet rembert resnet retribert roberta roberta-prelayernorm roc_bert roformer rt_detr \
        rwkv sam sam2 seamless_m4t seamless_m4t_v2 segformer segformer seggpt sew sew-d siglip siglip2 smollm3 smolvlm \
        speech-encoder-decoder speech_to_text speech_to_text_2 speecht5 splinter squeezebert stablelm stablelm_epoch stable-diffusion \
        stable-diffusion-xl stable-diffusion-3 flux starcoder2 superpoint swiftformer swin swin2sr swinv2 switch_transformers t5 t5gemma \
        table-transformer tapas time_series_transformer timesformer timesfm trocr tvlt udop umt5 unispeech unispeech-sat univnet \
        upernet van videomae vilt vipllava vision-encoder-decoder vision-text-dual-encoder visual_bert vit vit_hybrid vit_mae \
        vit_msn vitmatte vits vivit wav2vec2 wav2vec2-bert wav2vec2-conformer wavlm whisper xclip xglm xlm xlm-prophetnet \
        xlm-roberta xlm-roberta-xl xlnet xlstm xmod yolos yoso zamba zamba2 zoedepth
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
