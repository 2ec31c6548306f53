import type { Shell } from "./spec.ts";

/** Each asks us for the words that may come next, with what they are behind a tab: nothing of the program stands in it. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_cycling_plan() {
  local IFS=$'\\n'
  local here="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$("\${COMP_WORDS[0]}" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)" -- "$here"))
}
complete -o default -F _cycling_plan cycling-plan
`,
  zsh: `#compdef cycling-plan
_cycling_plan() {
  local -a found
  local line
  for line in "\${(@f)$("\${words[1]}" completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n "$line" ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  (( \${#found} )) && _describe cycling-plan found || _files
}
if [[ "\${funcstack[1]}" == "_cycling_plan" ]]; then _cycling_plan "$@"; else compdef _cycling_plan cycling-plan; fi
`,
  fish: `function __cycling_plan_words
  set -l words (commandline -opc) (commandline -ct)
  $words[1] completion fish -- $words[2..] 2>/dev/null
end
complete -c cycling-plan -f -a "(__cycling_plan_words)"
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName cycling-plan -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $words += '.' }
  cycling-plan completion powershell -- @words 2>$null | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if ($value -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
  }
}
`,
};
