# What PowerShell's own parser says of the scripts: errors, and syntax that Windows PowerShell 5.1 does not know.
param([Parameter(Mandatory)][string[]]$Text)
foreach ($file in ($Text -split ',')) {
  $tokens = $null; $errors = $null
  $ast = [Management.Automation.Language.Parser]::ParseInput([IO.File]::ReadAllText($file), [ref]$tokens, [ref]$errors)
  $later = $ast.FindAll({ param($n) $n.GetType().Name -in 'TernaryExpressionAst', 'PipelineChainAst', 'TypeDefinitionAst', 'UsingStatementAst' -or ($n.GetType().Name -eq 'BinaryExpressionAst' -and "$($n.Operator)" -eq 'QuestionQuestion') -or ($n.GetType().Name -match 'MemberExpression' -and $n.NullConditional) }, $true)
  "$($errors.Count) $($later.Count)"
}
