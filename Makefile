# One command for each thing a person does here. Everything installs into .venv and nowhere else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
TESTED := $(VENV)/.tested
CODE   := $(shell find bot calculators indexes knowledge tests pyproject.toml README.md -type f \
            -not -path '*/__pycache__/*' 2>/dev/null)

.PHONY: help setup run serve ask test check bench format index train lock clean

help:            ## 列出全部命令
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(READY)  ## 安装依赖并准备索引（第二次很快，且不需要网络）
	@$(BIN)/clausebot index build --if-needed

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 或更新的版本：请安装后用 make PYTHON=python3.11 setup'; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { \
	  echo '缺少 venv 模块，正在安装 python3-venv'; rm -rf $(VENV); \
	  apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

run: setup       ## 启动：设了 Slack 令牌就连 Slack，否则打开本地演练场
	@$(BIN)/clausebot run

serve: setup     ## 连接 Slack
	@$(BIN)/clausebot serve

ask: setup       ## 提一个问题：make ask Q="腾标公有云PII，150人，高风险，监督要几个人天"
	@$(BIN)/clausebot ask $(if $(Q),"$(Q)",)

test: setup $(TESTED) ## 跑全部检查与测试；自上次全部通过以来没有改动的，不再重跑
	@echo '全部检查与测试都已通过（要重跑：make retest）'

retest:          ## 不管有没有改动都重跑
	@rm -f $(TESTED)
	@$(MAKE) test

$(TESTED): $(READY) $(CODE)
	@$(MAKE) check
	$(BIN)/pytest --numprocesses auto --dist worksteal
	@touch $(TESTED)

check: $(READY)  ## 只跑 ruff 与 mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup     ## 量 Slack 的吞吐：与回声机器人轮流比（机器空闲时跑）
	@$(BIN)/python -m tests.benchmarks.slack_throughput

format: $(READY) ## 整理代码格式
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

index: $(READY)  ## 重建索引
	$(BIN)/clausebot index build

train: $(READY)  ## 重新训练自带的向量模型
	$(BIN)/clausebot index train

lock: $(READY)   ## 更新锁定文件
	$(BIN)/pip freeze --exclude-editable --all | grep -vE '^(pip)==' \
	  | sed 's/+cpu$$//' > requirements.lock

clean:           ## 删除虚拟环境、索引和缓存
	rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
